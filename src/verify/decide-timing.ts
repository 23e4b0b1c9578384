import { resultCodes } from '../result-codes.ts';
import type { Challenge } from './challenge.ts';
import type { CaptureFacts, Reason } from './judgement.ts';
import type { StampTiming } from './liveness/injection/stamp-timing.ts';
import type { Threshold } from './thresholds.ts';
import { timingThresholds } from './thresholds-timing.ts';

type Finding = Reason & { readonly code: number };

/**
 * Whether a recording was made while its challenge ran, by the server's stamps. Asked only where there is a challenge, and
 * where the server was there: on the command line nothing is known of how a file came about.
 */
export function judgeTiming(
  challenge: Challenge | null,
  capture: CaptureFacts | null,
  stamps: StampTiming | null,
): readonly Finding[] {
  if (!challenge || !capture) return [];
  if (!stamps) {
    const text = 'No piece of the recording was announced while it was made.';
    return [{ id: 'timing.missing', text, ...spoofed, score: null, threshold: null }];
  }
  const isFive = challenge.level === 5;
  const { lateMost, lateMostAtFive, earlyMost, sliceMostAtFive, shareMostAtFive } = timingThresholds;
  const asked = [
    ['timing.late', 'The recording came later than a camera makes it.', stamps.lateMs],
    ['timing.early', 'The recording is longer than the time in which it was made.', stamps.earlyMs],
    ['timing.coarse', 'The recording was announced in too few pieces.', stamps.sliceMs],
    ['timing.uneven', 'One piece holds most of the recording.', stamps.largestShare],
  ] as const;
  const limits = {
    'timing.late': isFive ? lateMostAtFive : lateMost,
    'timing.early': earlyMost,
    'timing.coarse': isFive ? sliceMostAtFive : null,
    'timing.uneven': isFive ? shareMostAtFive : null,
  } as const satisfies Record<string, Threshold | null>;
  return asked.flatMap(([id, text, score]) => {
    const limit = limits[id];
    return limit && score > limit.value ? [{ id, text, ...spoofed, score, threshold: limit.value }] : [];
  });
}

const spoofed = { refuses: true, code: resultCodes.spoofed } as const;
