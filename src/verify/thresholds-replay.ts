import type { Threshold } from './thresholds.ts';

/** From how much likeness on a recording counts as one that came before (docs/replays.md). */
export const replayThresholds = {
  likenessLeast: set(
    0.75,
    'SIMULATED: 44 stretches of clips of six people, filmed again by another hand, camera, rate and encoding; 20,747 pairs of films that share no moment',
    '1 of 44 stands below; none of the pairs above, the most is 0.67',
  ),
  movementLeast: set(
    0.002,
    'a rule: less is the tremble of landmarks, which is the encoder’s as much as the face’s',
    'none of 44 stands below',
  ),
} as const satisfies Record<string, Threshold>;

function set(value: number, setOn: string, errorRate: string): Threshold {
  return { value, date: '2026-11-28', setOn, errorRate };
}
