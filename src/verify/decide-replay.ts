import { resultCodes } from '../result-codes.ts';
import type { Reason } from './judgement.ts';
import type { Earlier, Replay } from './liveness/replay/find-replay.ts';
import { replayThresholds } from './thresholds-replay.ts';

type Finding = Reason & { readonly code: number };

/**
 * Whether this recording, or a part of it, came before (contracts §3: a replay is 1002). It refuses only where the operator wants it to: whoever
 * tries this program out with a film in place of a camera shows the same one again and again. A note else.
 */
export function judgeReplay(earlier: Earlier | null, replay: Replay | null): readonly Finding[] {
  if (!earlier || !replay || !isReplay(replay)) return [];
  const seconds = Math.round(replay.overlapMs / 1000);
  const mirrored = replay.isMirrored ? ', left and right exchanged' : '';
  const text = `For ${seconds} s the face moves as in an earlier recording (${replay.seq})${mirrored}.`;
  const { refuses } = earlier;
  return [
    {
      ...{
        id: 'replay.seen-before',
        text,
        refuses,
        score: replay.likeness,
        threshold: replayThresholds.likenessLeast.value,
      },
      code: refuses ? resultCodes.spoofed : resultCodes.success,
    },
  ];
}

/** Whether the likeness counts. */
export function isReplay({ likeness, movement }: Replay): boolean {
  const { likenessLeast, movementLeast } = replayThresholds;
  return likeness >= likenessLeast.value && movement >= movementLeast.value;
}
