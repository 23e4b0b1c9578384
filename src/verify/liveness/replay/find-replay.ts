import type { MotionTrace } from './motion-trace.ts';
import { evenTrace, matchTraces, type TraceMatch } from './trace-likeness.ts';

/** A recording that came before, by what is kept of its movements. */
export type EarlierRecording = {
  /** The attempt that it belongs to; a path on the command line. */
  readonly seq: string;
  readonly trace: MotionTrace;
};

/** Recordings that came before, and whether one that repeats them is refused. */
export type Earlier = { readonly recordings: readonly EarlierRecording[]; readonly refuses: boolean };

/** The earlier recording that is most like this one, and how much. */
export type Replay = TraceMatch & { readonly seq: string };

/**
 * Looks for the stretch that an earlier recording shares with this one: two faces move alike for a moment, by accident or on the same
 * command, but not for three seconds, to a tenth of a second, lids, lips, gaze and head at once. Null where this recording or none of
 * the earlier ones is long enough to tell. Source: our own measurement (docs/replays.md). Cost: 0.1 ms an earlier recording.
 */
export function findReplay(trace: MotionTrace | null, earlier: readonly EarlierRecording[]): Replay | null {
  if (!trace) return null;
  const own = evenTrace(trace);
  return earlier.reduce<Replay | null>((best, { seq, trace: other }) => {
    const match = matchTraces(own, evenTrace(other));
    return match && match.likeness > (best?.likeness ?? -2) ? { ...match, seq } : best;
  }, null);
}
