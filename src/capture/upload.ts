import { createHash } from 'node:crypto';
import type { Attempt } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { dropPieces, pieceName } from '../token/unsubmitted.ts';
import { checkChunks } from './challenge/chunk-check.ts';
import type { UploadState } from './page-shapes.ts';
import { Refused } from './refused.ts';

/** Largest piece taken; the page sends smaller ones. */
export const maxPieceBytes = 1_048_576;

/** The name under which an attempt's recording is kept as it came. */
export function recordingName(seq: string): string {
  return `${seq}.recording`;
}

/** All pieces in order; sizes follow from the offsets, since each piece starts where the one before it ended. */
async function* pieces(store: Store, attempt: Attempt): AsyncGenerator<Buffer> {
  let offset = 0;
  while (offset < (attempt.totalBytes ?? 0)) {
    const start = offset;
    for await (const chunk of store.media.read(attempt.verificationId, pieceName(attempt.seq, start))) {
      offset += chunk.length;
      yield chunk;
    }
    if (offset === start) throw new Error(`an empty piece at ${start} of attempt ${attempt.seq}`);
  }
}

async function startOver(store: Store, attempt: Attempt): Promise<void> {
  await store.attempts.amend(attempt.seq, { receivedBytes: 0 });
  await dropPieces(store, attempt);
}

/**
 * Joins a whole upload into one sealed recording and hands it to the judge: from here on it is judged, whatever
 * happens to this process. Bytes that do not hash to what the notice fixed, or the announced pieces, are thrown away.
 */
export async function submitRecording(store: Store, attempt: Attempt, nowMs: number): Promise<void> {
  const hash = createHash('sha256');
  const check = checkChunks(attempt.chunks);
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of pieces(store, attempt)) {
      hash.update(chunk);
      check.see(chunk);
      yield chunk;
    }
  }
  const name = recordingName(attempt.seq);
  await store.media.put(attempt.verificationId, name, hashed());
  if (hash.digest('hex') !== attempt.sha256 || !check.holds()) {
    await store.media.delete(attempt.verificationId, name);
    await startOver(store, attempt);
    throw new Refused('wrong-content');
  }
  const submitted = { stage: 'submitted', submittedAtMs: nowMs, videoId: name } as const;
  const step = { seq: attempt.seq, changes: submitted };
  if (!(await store.verifications.move(attempt.verificationId, 'liveness', 'judging', {}, step))) {
    throw new Refused('wrong-stage');
  }
  await dropPieces(store, attempt);
}

/**
 * Takes one piece at exactly the offset reached so far. When this returns the piece is on disk; with the last one
 * the recording is submitted. An empty piece at the end asks for the submission again, after a failure in between.
 */
export async function takePiece(
  store: Store,
  attempt: Attempt,
  offset: number,
  bytes: Uint8Array,
  nowMs: number,
): Promise<UploadState> {
  const { totalBytes, receivedBytes } = attempt;
  if (attempt.stage !== 'uploading' || totalBytes === null) throw new Refused('wrong-stage');
  if (offset !== receivedBytes) throw new Refused('wrong-offset');
  if (bytes.length > maxPieceBytes || offset + bytes.length > totalBytes) throw new Refused('too-large');
  const reached = offset + bytes.length;
  if (bytes.length > 0) {
    await store.media.put(attempt.verificationId, pieceName(attempt.seq, offset), [bytes]);
    await store.attempts.amend(attempt.seq, { receivedBytes: reached });
  } else if (reached < totalBytes) throw new Refused('bad-request');
  if (reached === totalBytes) await submitRecording(store, { ...attempt, receivedBytes: reached }, nowMs);
  return { receivedBytes: reached, complete: reached === totalBytes };
}
