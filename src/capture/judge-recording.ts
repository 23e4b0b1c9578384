import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Log } from '../operate/log.ts';
import { resultCodes } from '../result-codes.ts';
import type { Attempt, Verification } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Outcome } from '../token/conclude.ts';
import type { Judge, Judgement, JudgeRequest } from '../verify/judgement.ts';
import { bytesOf, type EarlierRecordings } from './earlier-recordings.ts';
import { keepAsMp4, keepPiece } from './kept-media.ts';
import { recordingName } from './upload.ts';

export type JudgeParts = {
  readonly store: Store;
  readonly judge: Judge;
  readonly log: Log;
  readonly earlier: EarlierRecordings;
  /** Whether a recording that repeats an earlier one is refused, or only noted. */
  readonly refuseReplays: boolean;
};

/** Where in its private folder a recording lies in the clear while it is judged. */
export function plainRecording(folder: string): string {
  return join(folder, 'recording');
}

async function writePlain(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) await file.writeFile(chunk);
  } finally {
    await file.close();
  }
}

function outcomeOf(attempt: Attempt, judgement: Judgement): Outcome {
  const {
    livenessCode,
    compareCode,
    similarity,
    bestFrameJpeg: _,
    motionTrace: __,
    ...explained
  } = judgement;
  return {
    submittedAtMs: attempt.submittedAtMs,
    errorCode: livenessCode === resultCodes.success ? (compareCode ?? livenessCode) : livenessCode,
    livenessCode,
    compareCode,
    similarity,
    judgement: JSON.stringify(explained),
  };
}

/** An engine that failed says nothing of the customer: 1001, and the attempt is not charged. */
export function engineFailure(attempt: Attempt, error: unknown): Outcome {
  const text = error instanceof Error ? error.message : String(error);
  const reason = { id: 'engine.failed', text, score: null, threshold: null, refuses: true };
  return {
    submittedAtMs: attempt.submittedAtMs,
    errorCode: resultCodes.engineFailed,
    livenessCode: resultCodes.engineFailed,
    compareCode: null,
    similarity: null,
    judgement: JSON.stringify({ reasons: [reason] }),
  };
}

/** What the recording must answer, with what the page says it showed, and how it came about. */
function askedOf({
  challenge,
  shown,
  chunks,
  claims,
  startedAtMs,
}: Attempt): Pick<JudgeRequest, 'challenge' | 'capture'> {
  const { cameraLabel = '', frameWidth = 0, frameHeight = 0 } = claims;
  return {
    challenge: challenge && { ...challenge, shown },
    capture: {
      cameraLabel: String(cameraLabel),
      frameWidth: Number(frameWidth),
      frameHeight: Number(frameHeight),
      chunks: chunks.map(({ bytes, atMs }) => ({ bytes, atMs: atMs - startedAtMs })),
    },
  };
}

/**
 * Unseals one recording into `folder`, has it judged and rewritten side by side, and keeps its best frame: when
 * this returns, all that Get will answer is stored.
 */
export async function judgeRecording(
  parts: JudgeParts,
  verification: Verification,
  attempt: Attempt,
  folder: string,
): Promise<Outcome> {
  const { store, judge } = parts;
  const { id, referencePhotoId } = verification;
  const videoPath = plainRecording(folder);
  await writePlain(videoPath, store.media.read(id, recordingName(attempt.seq)));
  const referencePhoto = referencePhotoId ? await buffer(store.media.read(id, referencePhotoId)) : null;
  const recordings = await parts.earlier.before(verification, attempt);
  const earlier = recordings.length > 0 ? { recordings, refuses: parts.refuseReplays } : null;
  const [judgement, videoId] = await Promise.all([
    judge.judge({ videoPath, ...askedOf(attempt), earlier, referencePhoto }),
    keepAsMp4(parts, attempt, videoPath, folder),
  ]);
  const { bestFrameJpeg, motionTrace } = judgement;
  const bestFrameId = await keepPiece(store, attempt, 'best-frame', bestFrameJpeg);
  const motionTraceId = await keepPiece(store, attempt, 'motion', motionTrace && bytesOf(motionTrace));
  return { ...outcomeOf(attempt, judgement), bestFrameId, motionTraceId, videoId };
}
