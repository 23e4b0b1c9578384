import type { Answer, Api, Failure } from './api.ts';
import type { KeptRecording } from './kept-recording.ts';

/** What the customer is shown while bytes travel. */
export type UploadProgress = {
  readonly sentBytes: number;
  readonly totalBytes: number;
  /** The line is gone and the page is trying again. */
  readonly isWaiting: boolean;
};

export type UploadEnd =
  | { readonly kind: 'sent' }
  /** The server no longer wants these bytes from this page: its view says why. */
  | { readonly kind: 'unwanted' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'stopped' };

export type UploadParts = {
  readonly api: Pick<Api, 'announceChunk' | 'announceRecording' | 'sendPiece' | 'reachedOffset'>;
  readonly recording: KeptRecording;
  readonly pieceBytes: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: UploadProgress) => void;
  /** Waits before the next try; ends early when the line comes back or the signal stops the upload. */
  readonly pause: (milliseconds: number) => Promise<void>;
};

const firstPauseMs = 500;
const longestPauseMs = 8_000;

/** Hashes that did not match twice are no accident of the line. */
const startsOverLimit = 2;

/** Reasons for which waiting helps. */
const passing: readonly Failure['reason'][] = ['offline', 'internal', 'busy', 'too-many-requests'];

/** Reasons that mean: read the view, the verification has moved on without these bytes. */
const movedOn: readonly Failure['reason'][] = [
  'wrong-stage',
  'ended',
  'not-yours',
  'other-tab',
  'unknown-token',
];

/** How long to wait after the nth failure in a row, in ms: doubling, unless the server named a time. */
export function pauseAfter(failures: number, failure: Failure): number {
  if (failure.retryAfterSeconds !== null) return failure.retryAfterSeconds * 1000;
  return Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));
}

/** How far the server is known to be. */
type Reached = {
  readonly announcedChunks: number;
  readonly isAnnounced: boolean;
  readonly offset: number | null;
};

/** The one call that brings the upload further. */
async function takeStep(parts: UploadParts, reached: Reached): Promise<Answer<Reached>> {
  const { api, recording, pieceBytes, signal } = parts;
  const { seq, sha256, bytes, chunks, shown } = recording;
  const { announcedChunks, isAnnounced, offset } = reached;
  const unknown = chunks[announcedChunks];
  if (unknown) {
    const answer = await api.announceChunk(seq, unknown);
    return answer.ok ? { ok: true, value: { ...reached, announcedChunks: announcedChunks + 1 } } : answer;
  }
  if (!isAnnounced) {
    const notice = { bytes: bytes.byteLength, sha256, ...(shown.length > 0 && { shown }) };
    const answer = await api.announceRecording(seq, notice);
    return answer.ok ? { ok: true, value: { ...reached, isAnnounced: true } } : answer;
  }
  if (offset === null) {
    const answer = await api.reachedOffset(seq);
    return answer.ok ? { ok: true, value: { ...reached, offset: answer.value } } : answer;
  }
  const piece = new Uint8Array(bytes, offset, Math.min(pieceBytes, bytes.byteLength - offset));
  const answer = await api.sendPiece(seq, offset, piece, signal);
  return answer.ok ? { ok: true, value: { ...reached, offset: answer.value.receivedBytes } } : answer;
}

/** Null where trying again helps. */
function endAfter(failure: Failure, startsOver: number): UploadEnd | null {
  const { reason } = failure;
  if (movedOn.includes(reason)) return { kind: 'unwanted' };
  const mayGoOn = passing.includes(reason) || reason === 'wrong-offset' || reason === 'wrong-content';
  return mayGoOn && startsOver < startsOverLimit ? null : { kind: 'refused', failure };
}

/**
 * Brings a recording to the server: says what is not known yet of its chunks, its size and hash, then sends it piece
 * by piece. After any failure the server is asked how far it got, so no byte is sent twice and none is missed; a lost
 * line is waited for as long as the page lives.
 */
export async function uploadRecording(parts: UploadParts): Promise<UploadEnd> {
  const { signal, onProgress, pause } = parts;
  const { announcedChunks, bytes } = parts.recording;
  const totalBytes = bytes.byteLength;
  let reached: Reached = { announcedChunks, isAnnounced: false, offset: null };
  let failures = 0;
  let startsOver = 0;
  const tell = (isWaiting: boolean) => onProgress({ sentBytes: reached.offset ?? 0, totalBytes, isWaiting });

  while (!signal.aborted) {
    const answer: Answer<Reached> = await takeStep(parts, reached);
    if (signal.aborted) break;
    if (answer.ok) {
      reached = answer.value;
      failures = 0;
      tell(false);
      if (reached.offset === totalBytes) return { kind: 'sent' };
      continue;
    }
    if (answer.failure.reason === 'wrong-content') startsOver += 1;
    const end = endAfter(answer.failure, startsOver);
    if (end) return end;
    failures += 1;
    tell(true);
    reached = { ...reached, offset: null };
    await pause(pauseAfter(failures, answer.failure));
  }
  return { kind: 'stopped' };
}

/** Waits, but no longer than until the line comes back or the signal stops it. */
export function pauseForLine(signal: AbortSignal): (milliseconds: number) => Promise<void> {
  return (milliseconds) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        removeEventListener('online', done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      addEventListener('online', done);
      signal.addEventListener('abort', done);
    });
}
