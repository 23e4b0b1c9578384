import type { CardShape, CardTypeName } from '../cards/card-type.ts';
import { resultCodes } from '../result-codes.ts';
import type { Card } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { judgedAttempts } from '../token/attempts-made.ts';
import { lastReadCard } from '../token/cards-made.ts';
import type { Standing } from '../token/standing.ts';
import { type Medium, medium } from './medium.ts';

/** The last card submitted, as the merchant is told of it. */
export type CardResult = {
  readonly isPass: boolean;
  readonly requestId: string;
  /** What it is; null where that could not be told, and then nothing was read. */
  readonly type: CardTypeName | null;
  readonly cardInfo: CardShape | null;
  readonly normalCardInfo: CardShape | null;
  /** All that was seen, also what did not stop it. */
  readonly warnings: readonly number[];
  /** Mode 4: the raw reading is answered too. */
  readonly withOriginal: boolean;
  readonly front: Medium;
  readonly back: Medium;
  readonly cut: Medium;
  readonly backCut: Medium;
  readonly portrait: Medium;
};

/** A card nobody went on from does not pass, whatever was read: the window closed before anything was made of it. */
function isPassed({ verification, attempts }: Standing, card: Card): boolean {
  const isAbandonedToTime =
    verification.finalCode === resultCodes.timedOut && judgedAttempts(attempts).length === 0;
  return card.isPass === true && !isAbandonedToTime;
}

/** The card of a verification that has one; null in other modes and before the first was read (contracts §2). */
export async function cardResult(store: Store, standing: Standing): Promise<CardResult | null> {
  const card = lastReadCard(standing.cards);
  if (!card) return null;
  const of = (name: string | null) => medium(store, card.verificationId, name);
  return {
    isPass: isPassed(standing, card),
    requestId: card.requestId,
    type: card.type,
    cardInfo: card.text?.cardInfo ?? null,
    normalCardInfo: card.text?.normalCardInfo ?? null,
    warnings: card.warnings,
    withOriginal: standing.verification.plan.checkMode === 4,
    front: await of(card.frontId),
    back: await of(card.backId),
    cut: await of(card.cutId),
    backCut: await of(card.backCutId),
    portrait: await of(card.portraitId),
  };
}
