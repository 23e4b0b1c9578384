import { resultCodes } from '../result-codes.ts';
import type { Evidence } from './evidence.ts';
import type { Reason } from './judgement.ts';
import { doubtsAboutPortrait } from './portrait-quality.ts';
import { passMark } from './similarity.ts';

export type ComparisonDecision = { readonly compareCode: number | null; readonly reasons: readonly Reason[] };

/** The result code of the comparison; null where it was not reached (contracts.md §2). */
export function decideComparison({ portrait, comparison }: Evidence): ComparisonDecision {
  if (portrait && !portrait.ok) {
    const compareCode =
      portrait.problem === 'no-face' ? resultCodes.photoWithoutFace : resultCodes.photoUnreadable;
    const reason = { id: `photo.${portrait.problem}`, text: portrait.text, score: null, threshold: null };
    return { compareCode, reasons: [{ ...reason, refuses: true }] };
  }
  if (!comparison) return { compareCode: null, reasons: [] };
  // A low similarity with a poor photo must not look like a stranger: what is wrong with the photo stands beside it.
  const doubts = portrait ? doubtsAboutPortrait(portrait) : [];
  const { similarity, isSamePerson } = comparison;
  if (isSamePerson) return { compareCode: resultCodes.success, reasons: doubts };
  const text = 'The face is not alike enough to the one in the photo.';
  const reason = { id: 'compare.unlike', text, score: similarity, threshold: passMark, refuses: true };
  return { compareCode: resultCodes.similarityTooLow, reasons: [reason, ...doubts] };
}
