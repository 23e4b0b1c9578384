import type { Threshold } from './thresholds.ts';

/** Marks of what a surface before the camera shows. */
export const textureThresholds = {
  /** How far a square lattice stands out in the face: see `strongestLattice`. Refuses from here on. */
  latticeMost: set(
    4.5,
    '86 recordings of 4 people (56 of docs/liveness.md, 30 filmed again by the attack lab), 500 single photos of LFW',
    'none of the 86, the most is 2.3; 0.8 % of the single photos (4 of 500), press pictures that were printed or shown before',
  ),
  /** Share of the frames in which two long parallel edges frame the face: noted from here on. */
  framedShareMost: set(
    0.6,
    '86 recordings of 4 people',
    'none of the 86 has a frame with two; it only writes a note',
  ),
  /** Face widths that these edges may wander: they move with what is held. */
  wanderMost: set(0.05, 'SIMULATED phones and tablets of the attack lab', 'it only writes a note'),
} as const satisfies Record<string, Threshold>;

function set(value: number, setOn: string, errorRate: string): Threshold {
  return { value, date: '2026-11-26', setOn, errorRate };
}
