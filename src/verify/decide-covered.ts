import { resultCodes } from '../result-codes.ts';
import type { Signals } from './evidence.ts';
import type { Reason } from './judgement.ts';
import { type Threshold, thresholds } from './thresholds.ts';

type Finding = Reason & { readonly code: number };

/**
 * 1004 where eyes or mouth are hidden: nobody can be compared by half a face, asked to blink or to open the mouth. Unmeasured counts as
 * hidden; without a face another reason has refused by then.
 */
export function judgeCovered(signals: Signals): readonly Finding[] {
  return [...judgeEyes(signals), ...judgeMouth(signals)];
}

function judgeEyes({ eyeShade }: Signals): readonly Finding[] {
  const { eyesBelowLeast, eyesWithinLeast, eyeEvennessMost } = thresholds;
  const refuse = (score: number | null, { value }: Threshold, what = 'Something dark covers the eyes.') => [
    refusal('face.eyes-covered', what, score, value),
  ];
  if (!eyeShade) return refuse(null, eyesBelowLeast);
  const { below, within, evenness } = eyeShade;
  if (below < eyesBelowLeast.value) return refuse(below, eyesBelowLeast);
  if (within < eyesWithinLeast.value) return refuse(within, eyesWithinLeast);
  return evenness > eyeEvennessMost.value
    ? refuse(evenness, eyeEvennessMost, 'Something covers an eye.')
    : [];
}

function judgeMouth({ mouthRedness }: Signals): readonly Finding[] {
  const least = thresholds.mouthRednessLeast.value;
  if (mouthRedness !== null && mouthRedness >= least) return [];
  return [refusal('face.mouth-covered', 'Something covers the mouth.', mouthRedness, least)];
}

function refusal(id: string, text: string, score: number | null, threshold: number): Finding {
  return { id, text, score, threshold, refuses: true, code: resultCodes.noFace };
}
