import type { TextLine } from '../vision/ocr/text-line.ts';
import type { CardType, CardTypeName, Keyword } from './card-type.ts';
import { alignmentsOf } from './edit-distance.ts';
import { fold } from './fold.ts';
import { cardTypes } from './registry.ts';

/** What a text seems to be, and what else it might have been. */
export type Recognition = {
  readonly name: CardTypeName;
  /** Evidence: about 1 for each title of twelve letters that stands on this type alone. */
  readonly score: number;
  /** The next best; null where nothing else scored at all. */
  readonly runnerUp: { readonly name: CardTypeName; readonly score: number } | null;
};

/** Whether a text is of the type that was asked for. */
export type AskedType =
  | { readonly kind: 'agrees' }
  /** Nothing to speak of for it or for another: poor reading is no contradiction. */
  | { readonly kind: 'unclear' }
  | { readonly kind: 'other'; readonly name: CardTypeName };

/** Edits allowed per character of a phrase (design/cards.md §3.7: 169 of 170 synthetic cards told apart). */
const editsPerCharacter = 0.18;

/** Letters that make a phrase of weight 1 worth one point, and how far longer and shorter ones may go. */
const lettersPerPoint = 12;
const leastPoints = 0.5;
const mostPoints = 2;

/** A Chinese character says as much as this many letters. */
const lettersPerIdeograph = 2.5;

/** A number of the right pattern is worth less than a title: other papers carry such numbers too. */
const numberPoints = 0.8;

/** Each machine readable line, up to three: no card of another type has one on its front. */
const machineReadablePoints = 1.5;

/** Below the first nothing is recognised; the second is the least lead over the runner-up. */
const leastScore = 1;
const leastLead = 0.4;

/** Another type contradicts the one asked for only when it stands out: evidence of a title and a half, and this lead. */
const contradictingScore = 1.5;
const contradictingLead = 1;

/** Lines lower than this share of the picture's shorter side are micro-text and patterns, not print. */
const leastLineHeight = 0.008;

/** Finds which of the types that are read here a text is of; null where it is none, or two are equally likely. */
export function recogniseCard(lines: readonly TextLine[], width: number, height: number): Recognition | null {
  const [best, next] = rankTypes(lines, width, height);
  if (!best || best.score < leastScore) return null;
  const runnerUp = next && next.score > 0 ? next : null;
  if (best.score - (runnerUp?.score ?? 0) < leastLead) return null;
  return { ...best, runnerUp };
}

/** Judges whether a text is of the type that was asked for. Only a strong other type speaks against it. */
export function verifyAskedType(
  asked: CardTypeName,
  lines: readonly TextLine[],
  width: number,
  height: number,
): AskedType {
  const ranked = rankTypes(lines, width, height);
  const [best] = ranked;
  const ownScore = ranked.find(({ name }) => name === asked)?.score ?? 0;
  if (!best) return { kind: 'unclear' };
  if (best.name === asked) return { kind: ownScore >= leastScore ? 'agrees' : 'unclear' };
  const isOther = best.score >= contradictingScore && best.score - ownScore >= contradictingLead;
  if (isOther) return { kind: 'other', name: best.name };
  return { kind: ownScore >= leastScore ? 'agrees' : 'unclear' };
}

type Ranked = { readonly name: CardTypeName; readonly score: number };

function rankTypes(lines: readonly TextLine[], width: number, height: number): readonly Ranked[] {
  const least = leastLineHeight * Math.min(width, height);
  const text = gather(lines.filter(({ box }) => box.bottom - box.top >= least).map((line) => line.text));
  return cardTypes
    .map((type) => ({ name: type.name, score: scoreOf(type, text) }))
    .sort((first, second) => second.score - first.score);
}

type GatheredText = {
  /** All lines in reading order, folded and joined, so that a title broken in two is still found. */
  readonly joined: string;
  readonly words: ReadonlySet<string>;
  readonly spaceless: readonly string[];
  readonly machineReadableLines: number;
};

function gather(texts: readonly string[]): GatheredText {
  const spaceless = texts.map((text) => text.normalize('NFKC').replace(/\s/gu, ''));
  const words = texts.flatMap((text) => text.match(/\p{L}+|\p{N}+/gu) ?? []).map(fold);
  return {
    joined: texts.map(fold).join(''),
    words: new Set(words),
    spaceless,
    machineReadableLines: spaceless.filter(isMachineReadable).length,
  };
}

function scoreOf(type: CardType, text: GatheredText): number {
  let score = 0;
  for (const keyword of type.keywords) score += pointsOf(keyword, text);
  if (text.spaceless.some((line) => type.numberPattern?.test(line))) score += numberPoints;
  if (type.name === 'InternationalIDPassport') {
    score += machineReadablePoints * Math.min(3, text.machineReadableLines);
  }
  return score;
}

function pointsOf({ phrase, weight }: Keyword, text: GatheredText): number {
  const folded = fold(phrase);
  const allowed = Math.floor(folded.length * editsPerCharacter);
  // Three letters are inside many a word: what leaves no room for edits must be a word of its own.
  if (allowed === 0 && /^\p{Script=Latin}+$/u.test(folded)) {
    return text.words.has(folded) ? weight * leastPoints : 0;
  }
  const found = alignmentsOf(folded, text.joined, allowed);
  if (found.length === 0) return 0;
  const edits = Math.min(...found.map((alignment) => alignment.edits));
  const points = Math.min(mostPoints, Math.max(leastPoints, lettersOf(folded) / lettersPerPoint));
  return weight * points * (1 - edits / folded.length);
}

function lettersOf(text: string): number {
  const ideographs = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return text.length + ideographs * (lettersPerIdeograph - 1);
}

/** Fillers in a long line of capitals and digits: ICAO 9303 part 3 §4.3; other brackets are what recognisers make of them. */
function isMachineReadable(line: string): boolean {
  const folded = line.replace(/[«《〈‹く]/gu, '<').toUpperCase();
  const fillers = folded.match(/</g)?.length ?? 0;
  const fitting = folded.match(/[A-Z0-9<]/g)?.length ?? 0;
  return fillers >= 2 && folded.length >= 26 && fitting >= folded.length * 0.95;
}
