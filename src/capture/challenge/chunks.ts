import type { AnnouncedChunk, Attempt } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { ChunkNotice, RecordingNotice } from '../page-shapes.ts';
import { Refused } from '../refused.ts';

/** Pieces of 500 ms: the longest challenge makes 21. Some browsers make them shorter. */
export const chunksMost = 64;

/**
 * One piece of the recording is made: from here on its bytes are fixed, and the server's clock says when they were.
 * Saying the same again changes nothing, the time neither; saying something else is refused.
 */
export async function announceChunk(
  store: Store,
  attempt: Attempt,
  { index, bytes, sha256 }: ChunkNotice,
  maxVideoBytes: number,
  nowMs: number,
): Promise<void> {
  if (!attempt.challenge) throw new Refused('wrong-stage');
  const known = attempt.chunks.find((chunk) => chunk.index === index);
  if (known) {
    if (known.bytes === bytes && known.sha256 === sha256) return;
    throw new Refused('wrong-content');
  }
  if (attempt.stage !== 'recording') throw new Refused('wrong-stage');
  const chunk = { index, bytes, sha256, atMs: nowMs };
  const chunks = [...attempt.chunks, chunk].sort((one, other) => one.index - other.index);
  if (bytesOf(chunks) > maxVideoBytes) throw new Refused('too-large');
  await store.attempts.amend(attempt.seq, { chunks });
}

function bytesOf(chunks: readonly AnnouncedChunk[]): number {
  return chunks.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Whether what was announced makes up the whole recording, without a gap. Always so where nothing is asked. */
export function isWhole({ challenge, chunks }: Attempt, { bytes }: Pick<RecordingNotice, 'bytes'>): boolean {
  if (!challenge) return true;
  return chunks.every(({ index }, place) => index === place) && bytesOf(chunks) === bytes;
}
