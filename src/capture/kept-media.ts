import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../operate/log.ts';
import type { Attempt } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { Judge } from '../verify/judgement.ts';
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

/** Keeps a small piece of an attempt under its ending; returns its name, null where there is nothing to keep. */
export async function keepPiece(
  store: Store,
  { seq, verificationId }: Attempt,
  ending: 'best-frame' | 'motion',
  bytes: Uint8Array | null,
): Promise<string | null> {
  if (!bytes) return null;
  const name = `${seq}.${ending}`;
  await store.media.put(verificationId, name, [bytes]);
  return name;
}
