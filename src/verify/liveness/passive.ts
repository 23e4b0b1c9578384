import type { CloserLook } from '../closer-looks.ts';
import { medianOf } from '../median.ts';

/** What the passive network says of the recording, 0 copy to 1 live. */
export type PassiveScore = {
  /** Median over the looks of the lower of the two views. */
  readonly score: number;
  readonly lowest: number;
  /** Medians of each view. */
  readonly near: number;
  readonly wide: number;
};

/**
 * Two views of each of four or more frames; the lower one counts (design/face.md §3), the median over the frames
 * decides, so that one blurred frame does not. Cost: 25 ms a look. Null without a look: unknown is not live.
 */
export function measurePassive(looks: readonly CloserLook[]): PassiveScore | null {
  if (looks.length === 0) return null;
  const lower = looks.map(({ passive }) => Math.min(passive.near, passive.wide));
  return {
    score: medianOf(lower),
    lowest: Math.min(...lower),
    near: medianOf(looks.map(({ passive }) => passive.near)),
    wide: medianOf(looks.map(({ passive }) => passive.wide)),
  };
}
