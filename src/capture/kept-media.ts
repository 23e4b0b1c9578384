import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../operate/log.ts';
import type { Attempt } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Judge } from '../verify/judgement.ts';
import type { MotionTrace } from '../verify/liveness/replay/motion-trace.ts';
import { bytesOf } from './earlier-recordings.ts';
import { recordingName } from './upload.ts';

type Parts = { readonly store: Store; readonly judge: Judge; readonly log: Log };

/**
 * The merchant's API knows MP4, so a recording is kept as one; one that cannot be rewritten (no video at all, as a
 * rule) stays as it came. Returns the name under which it is kept.
 */
export async function keepAsMp4(
  parts: Parts,
  attempt: Attempt,
  videoPath: string,
  folder: string,
): Promise<string> {
  const output = join(folder, 'video.mp4');
  const videoId = `${attempt.seq}.mp4`;
  try {
    await parts.judge.toMp4(videoPath, output);
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

/** How the face moved; null where it was hardly seen. */
export async function keepTrace(
  store: Store,
  attempt: Attempt,
  trace: MotionTrace | null,
): Promise<string | null> {
  if (!trace) return null;
  const motionTraceId = `${attempt.seq}.motion`;
  await store.media.put(attempt.verificationId, motionTraceId, [bytesOf(trace)]);
  return motionTraceId;
}

/** Null where no usable face was found. */
export async function keepBestFrame(
  store: Store,
  attempt: Attempt,
  jpeg: Uint8Array | null,
): Promise<string | null> {
  if (!jpeg) return null;
  const bestFrameId = `${attempt.seq}.best-frame`;
  await store.media.put(attempt.verificationId, bestFrameId, [jpeg]);
  return bestFrameId;
}
