import type { ChunkStamp } from '../../judgement.ts';

/** How the server's stamps of a recording's pieces fit the recording's own time. */
export type StampTiming = {
  /** The longest that a piece was announced after its last frame should have been taken, ms since the attempt began. */
  readonly lateMs: number;
  /** By how much the recording is longer than the time that had passed when its last piece was announced, ms; 0 as a rule. */
  readonly earlyMs: number;
  /** Recorded time that one piece holds, ms. */
  readonly sliceMs: number;
  /** Share of all bytes in the largest piece but the first, which holds the first whole picture. */
  readonly largestShare: number;
};

/**
 * A live camera's pieces are fixed while they are recorded; who renders an answer to a challenge first is late, and who had
 * it before is early. The recorder cuts by time, 500 ms as it was told or as the browser likes, so each piece is taken for
 * an equal share of the recording. Counts from the attempt's beginning: the line and the recorder's start make an honest
 * piece late, never early. Source: the server's own clock; nothing of the browser's is believed. Cost: none. Null where no
 * piece was announced.
 */
export function measureStampTiming(
  chunks: readonly ChunkStamp[] | undefined,
  durationMs: number,
): StampTiming | null {
  const last = chunks?.at(-1);
  if (!chunks || !last) return null;
  const sliceMs = durationMs / chunks.length;
  const total = chunks.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    lateMs: Math.max(...chunks.map(({ atMs }, index) => atMs - (index + 1) * sliceMs)),
    earlyMs: Math.max(0, durationMs - last.atMs),
    sliceMs,
    largestShare: Math.max(0, ...chunks.slice(1).map(({ bytes }) => bytes / total)),
  };
}
