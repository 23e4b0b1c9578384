import type { Landmarks } from '../../../vision/face-landmarks.ts';
import { distanceBetween } from '../../../vision/geometry.ts';
import type { Sighting } from '../../face-watch.ts';
import { medianOf } from '../../median.ts';
import type { ActionEvent } from './action-event.ts';
import { steadied } from './swings.ts';

/** Growth of the ratio from which on a mouth is opening, and how far it must come to be noted at all. */
const opening = 0.12;
const noted = 0.2;
/** So many frames before the first prompt make a rest that can be trusted. */
const leastFrames = 4;
/** Without them: the share of frames in which any mouth is taken to be shut. */
const shutShare = 0.2;

/**
 * The mouth opening: height over width between the inner lips (as the eye aspect ratio: three heights) against the person's own rest, which
 * is how they stood before the first prompt, or in the fifth of the frames in which they stood closest. It may stay open; one that
 * was open from the beginning has not opened. The median of three frames is taken, so that a syllable is not an opening; over the width,
 * so that a grin is none.
 * Shape: 12 frames a second, landmarks. Cost: 0.01 ms a frame.
 */
export function findMouthOpenings(
  sightings: readonly Sighting[],
  firstPromptMs: number,
): readonly ActionEvent[] {
  const ratios = steadied(sightings.map(({ landmarks }) => lipRatioOf(landmarks)));
  const rest = restOf(sightings, ratios, firstPromptMs);
  const timeOf = (at: number) => sightings[at]!.timestampMs;
  const openings: ActionEvent[] = [];
  for (let at = 1; at < ratios.length; at++) {
    if (ratios[at]! - rest <= opening || ratios[at - 1]! - rest > opening) continue;
    const shut = ratios.findIndex((ratio, place) => place > at && ratio - rest <= opening);
    const end = shut < 0 ? ratios.length - 1 : shut;
    const widest = Math.max(...ratios.slice(at, end + 1));
    const peak = ratios.indexOf(widest, at);
    if (widest - rest < noted) continue;
    openings.push({
      ...{ action: 'mouth', fromMs: timeOf(at - 1), peakMs: timeOf(peak), toMs: timeOf(end) },
      size: widest - rest,
    });
  }
  return openings;
}

function restOf(sightings: readonly Sighting[], ratios: readonly number[], firstPromptMs: number): number {
  const before = ratios.filter((_, at) => sightings[at]!.timestampMs < firstPromptMs);
  if (before.length >= leastFrames) return Math.min(medianOf(before), medianOf(ratios));
  return [...ratios].sort((first, second) => first - second)[Math.floor(ratios.length * shutShare)] ?? 0;
}

function lipRatioOf(landmarks: Landmarks): number {
  const heights = [61, 62, 63].map((upper, at) => distanceBetween(landmarks[upper]!, landmarks[67 - at]!));
  const width = distanceBetween(landmarks[60]!, landmarks[64]!);
  return heights.reduce((sum, height) => sum + height, 0) / 3 / (width || 1);
}
