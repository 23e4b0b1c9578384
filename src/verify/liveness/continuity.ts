import { centreOf, distanceBetween, heightOf } from '../../vision/geometry.ts';
import type { Watched } from '../face-watch.ts';

/** Whether one face was there, alone, from beginning to end. */
export type Continuity = {
  /** Share of the sampled frames in which the main face was followed. */
  readonly faceShare: number;
  /** Key frames in which another person was seen (contracts.md §3). */
  readonly framesWithOthers: number;
  /** Key frames with a further face too small or too unsure to be a person: noted only. */
  readonly framesWithMinorFaces: number;
  /** Places where the face was elsewhere, or of another size, from one moment to the next: a cut, or another face. */
  readonly jumps: number;
  /** Median height of the face in pixels of the sampled frames; null where there was none. */
  readonly faceHeightPixels: number | null;
};

/** A face that moves by more than its own half height within a fifth of a second was not moved by a neck. */
const jump = { heights: 0.5, ratio: 1.35, withinMs: 200 };

/** Source: contracts.md §3 for other persons; the jump is our own. Cost: none. */
export function measureContinuity({ sightings, keyFrames, frameCount }: Watched): Continuity {
  const heights = sightings.map(({ box }) => heightOf(box)).sort((first, second) => first - second);
  return {
    faceShare: frameCount > 0 ? sightings.length / frameCount : 0,
    framesWithOthers: keyFrames.filter(({ others }) => others.length > 0).length,
    framesWithMinorFaces: keyFrames.filter(({ minor }) => minor.length > 0).length,
    jumps: countJumps(sightings),
    faceHeightPixels: heights[Math.floor(heights.length / 2)] ?? null,
  };
}

function countJumps(sightings: Watched['sightings']): number {
  let jumps = 0;
  for (let at = 1; at < sightings.length; at++) {
    const [before, now] = [sightings[at - 1]!, sightings[at]!];
    if (now.timestampMs - before.timestampMs > jump.withinMs) continue;
    const away = distanceBetween(centreOf(before.box), centreOf(now.box)) / heightOf(before.box);
    const ratio = heightOf(now.box) / heightOf(before.box);
    if (away > jump.heights || ratio > jump.ratio || ratio < 1 / jump.ratio) jumps += 1;
  }
  return jumps;
}
