import type { Threshold } from './thresholds.ts';

/** Marks of what a surface before the camera shows. */
export const textureThresholds = {
  /** How far a square lattice stands out in the face: see `strongestLattice`. Refuses from here on. */
  latticeMost: set(
    4.5,
    '86 recordings of 4 people (56 of docs/liveness.md, 30 filmed again by the attack lab), 500 single photos of LFW',
    'none of the 86, the most is 2.3; 0.8 % of the single photos (4 of 500), press pictures that were printed or shown before',
  ),
  /** Share of the frames looked at in which a border runs round the face. Refuses from here on, and is noted below. */
  outlineShareMost: set(
    0.5,
    '3,810 single photos of LFW without their black margins, 5 clips',
    'no recording of the 5 clips: 2 of 149 key frames have one, the most in a recording is 0.33; one single photo has one, a mug shot printed on a sheet, and rightly so',
  ),
} as const satisfies Record<string, Threshold>;

function set(value: number, setOn: string, errorRate: string): Threshold {
  return { value, date: '2026-11-26', setOn, errorRate };
}
