import type { ActionName } from './challenge.ts';
import type { Threshold } from './thresholds.ts';

const clips = '11 blinks and 5 mouths labelled by eye in 5 clips of about 4 people (docs/liveness.md)';
const turned =
  'SIMULATED turning of 16 photos of LFW by 17 and 20 degrees, and of 12 flat ones by 20 to 37; no real nod or shake was at hand';

/** From which size on an action counts (`ActionEvent.size`). Read by `decide-actions.ts` alone. */
export const actionThresholds: Readonly<Record<ActionName, Threshold>> = {
  blink: set(0.15, clips, '10 of 11 blinks count; one that opens into a lowered gaze is missed'),
  mouth: set(0.35, clips, '5 of 5 count, the weakest at 0.48; the widest grin or word stands at 0.28'),
  nod: set(
    7.5,
    turned,
    '16 of 16 count there, the weakest at 8.1, 22 of 24 when measured again; of 18 tilted sheets 1 does, at 11.3; the clips reach 7.2',
  ),
  shake: set(
    8,
    turned,
    '16 of 16 count there, the weakest at 8.3, 22 of 24 when measured again; of 18 turned sheets 1 does, at 8.8',
  ),
};

/** Milliseconds over which a face may turn as a sheet does. */
export const flatTurnMsMost: Threshold = set(
  150,
  `the 5 clips; ${turned}`,
  'none of the clips and heads shows any; measured again, 12 of 12 sheets turned by 29 degrees and more do, 0 of 6 turned by 20',
);

function set(value: number, setOn: string, errorRate: string, date = '2026-11-26'): Threshold {
  return { value, date, setOn, errorRate };
}
