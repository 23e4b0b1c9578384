import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Log } from '../operate/log.ts';
import { resultCodes } from '../result-codes.ts';
import type { Attempt, Verification } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Outcome } from '../token/conclude.ts';
import type { Judge, Judgement, JudgeRequest } from '../verify/judgement.ts';
import type { MotionTrace } from '../verify/liveness/replay/motion-trace.ts';
import { bytesOf, type EarlierRecordings } from './earlier-recordings.ts';
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
 * The merchant's API knows MP4, so a recording is kept as one; one that cannot be rewritten (no video at all, as a
 * rule) stays as it came. Returns the name under which it is kept.
 */
async function storeAsMp4(parts: JudgeParts, attempt: Attempt, folder: string): Promise<string> {
  const output = join(folder, 'video.mp4');
  const videoId = `${attempt.seq}.mp4`;
  try {
    await parts.judge.toMp4(plainRecording(folder), output);
    await parts.store.media.put(attempt.verificationId, videoId, createReadStream(output));
    return videoId;
  } catch (error) {
    parts.log.warn(
      { attempt: attempt.seq, error },
      'a recording stays as it came: it cannot be rewritten as MP4',
    );
    return recordingName(attempt.seq);
  }
}

async function storeTrace(store: Store, attempt: Attempt, trace: MotionTrace | null): Promise<string | null> {
  if (!trace) return null;
  const motionTraceId = `${attempt.seq}.motion`;
  await store.media.put(attempt.verificationId, motionTraceId, [bytesOf(trace)]);
  return motionTraceId;
}

async function storeBestFrame(
  store: Store,
  attempt: Attempt,
  jpeg: Uint8Array | null,
): Promise<string | null> {
  if (!jpeg) return null;
  const bestFrameId = `${attempt.seq}.best-frame`;
  await store.media.put(attempt.verificationId, bestFrameId, [jpeg]);
  return bestFrameId;
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
    storeAsMp4(parts, attempt, folder),
  ]);
  const bestFrameId = await storeBestFrame(store, attempt, judgement.bestFrameJpeg);
  const motionTraceId = await storeTrace(store, attempt, judgement.motionTrace);
  return { ...outcomeOf(attempt, judgement), bestFrameId, motionTraceId, videoId };
}
