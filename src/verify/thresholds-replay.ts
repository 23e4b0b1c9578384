import type { Threshold } from './thresholds.ts';

/** From how much likeness on a recording counts as one that came before (docs/replays.md). */
export const replayThresholds = {
  likenessLeast: set(0.75, 'TBD', 'TBD'),
  movementLeast: set(0.002, 'TBD', 'TBD'),
} as const satisfies Record<string, Threshold>;

function set(value: number, setOn: string, errorRate: string): Threshold {
  return { value, date: '2026-11-28', setOn, errorRate };
}
