import { medianOf } from '../../median.ts';

/** When the frames of a recording came. */
export type FrameTiming = {
  readonly usualMs: number;
  /** Mean distance of an interval from the usual one, milliseconds; 0 where all are alike. */
  readonly unevenMs: number;
  /** Intervals of more than twice and a half the usual one. */
  readonly gaps: number;
  readonly longestGapMs: number;
};

const gapTimesUsual = 2.5;
const leastFrames = 10;

/**
 * A camera's frames come when its sensor and a busy phone let them, and MediaRecorder keeps their own times; a file that is played
 * into a stream comes by a clock. Reads the timestamps of all decoded frames, as the file tells them: whoever makes the file
 * makes them too. Source: design/field.md §1b, frame timing. Cost: none. Null with fewer than ten frames.
 */
export function measureFrameTiming(timestampsMs: readonly number[]): FrameTiming | null {
  if (timestampsMs.length < leastFrames) return null;
  const intervals = timestampsMs.slice(1).map((atMs, at) => atMs - timestampsMs[at]!);
  const usualMs = medianOf(intervals);
  const distances = intervals.map((interval) => Math.abs(interval - usualMs));
  return {
    usualMs,
    unevenMs: distances.reduce((sum, distance) => sum + distance, 0) / distances.length,
    gaps: intervals.filter((interval) => interval > gapTimesUsual * usualMs).length,
    longestGapMs: Math.max(...intervals),
  };
}
