import type { CardType, CardTypeName } from '../../cards/card-type.ts';
import { recogniseCard, verifyAskedType } from '../../cards/recognise.ts';
import { cardTypeOf } from '../../cards/registry.ts';
import type { Stopwatch } from '../stopwatch.ts';
import type { CardKit } from './card-kit.ts';
import { type StraightCard, turnOver } from './straight-card.ts';

/** What a card is. */
export type ToldType =
  | { readonly kind: 'is'; readonly type: CardType }
  /** Another type than asked for, or (name null) none that is known. */
  | { readonly kind: 'other'; readonly name: CardTypeName | null };

/** ICAO 9303 part 5: TD1 has the shape of an identity card (ISO/IEC 7810 ID-1). */
const identityCardAspect = 85.6 / 53.98;

/** Surer than this of which way is up, a card is not turned over for want of a known title. */
const sureUprightness = 0.9;

/** Widths over heights that a card may have, the likeliest first. */
export function aspectsFor(asked: CardType | null): readonly number[] {
  if (asked && Math.abs(asked.aspect - identityCardAspect) < 0.01) return [asked.aspect];
  const passport = cardTypeOf('InternationalIDPassport');
  return asked
    ? [asked.aspect, identityCardAspect]
    : [identityCardAspect, passport?.aspect ?? identityCardAspect];
}

/**
 * Tells by its text what a card is, against what was asked for. Where nothing speaks for any type and the way up was a
 * guess, the card is read once more the other way up: the better of both is given back.
 */
export async function tellType(
  kit: CardKit,
  card: StraightCard,
  asked: CardType | null,
  stopwatch: Stopwatch,
): Promise<{ readonly card: StraightCard; readonly told: ToldType }> {
  const judged = judge(card, asked);
  if (judged.isSure || card.found.uprightness > sureUprightness) return { card, told: judged.told };
  const turned = await turnOver(kit, card, stopwatch);
  const judgedTurned = judge(turned, asked);
  const isBetter = judgedTurned.isSure || scoreOf(turned) > scoreOf(card);
  return isBetter ? { card: turned, told: judgedTurned.told } : { card, told: judged.told };
}

type Judged = { readonly told: ToldType; readonly isSure: boolean };

function judge({ lines, straightened: { width, height } }: StraightCard, asked: CardType | null): Judged {
  if (!asked) {
    const recognition = recogniseCard(lines, width, height);
    const type = recognition && cardTypeOf(recognition.name);
    return type
      ? { told: { kind: 'is', type }, isSure: true }
      : { told: { kind: 'other', name: null }, isSure: false };
  }
  const answer = verifyAskedType(asked.name, lines, width, height);
  if (answer.kind === 'other') return { told: { kind: 'other', name: answer.name }, isSure: true };
  return { told: { kind: 'is', type: asked }, isSure: answer.kind === 'agrees' };
}

/** How well a card was read: print that stands upside down reads as little, and badly. */
function scoreOf({ lines }: StraightCard): number {
  return lines.reduce((sum, { score, text }) => sum + score * score * text.length, 0);
}
