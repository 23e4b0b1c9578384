import { stat } from 'node:fs/promises';
import { inspectFile } from './container.ts';
import type { Decoder } from './decode.ts';
import type { ChildCommand } from './decoder-driver.ts';
import { type ChildEnd, startLimited } from './limited-child.ts';
import { limits } from './limits.ts';
import { Listener, type Narration } from './narration.ts';
import { refuseVideo, type VideoRefusal } from './video-frame.ts';

export type Rewriting = { readonly ok: true; readonly how: 'copy' | 'transcode' } | VideoRefusal;

/**
 * Rewrites a recording as an MP4 with its index first, video alone, without metadata (a phone's file names the place
 * where it was taken): H.264 is copied (0.1 s of processor time for 5 s), anything else encoded anew as H.264
 * (0.5 to 0.8 s; stack-measured §A, 2026-11-23). The output's folder is the caller's and must be private.
 */
export async function rewriteAsMp4(
  decoder: Decoder,
  inputPath: string,
  outputPath: string,
): Promise<Rewriting> {
  const file = await inspectFile(inputPath);
  if (!file.ok) return file;
  const input = { path: inputPath, container: file.container };
  const seen = await listen(decoder, decoder.driver.describe(input), 0);
  if (seen.heard.refusal) return seen.heard.refusal;
  if (!seen.heard.source)
    return refuseVideo('not-a-video', `No video stream: ${seen.heard.lastWords.join(' / ')}`);
  const how = seen.heard.source.codec === 'h264' ? 'copy' : 'transcode';
  const done = await listen(decoder, decoder.driver.rewrite(input, outputPath, how), limits.rewrittenBytes);
  if (done.heard.refusal) return done.heard.refusal;
  const size = await stat(outputPath).then(
    (found) => found.size,
    () => 0,
  );
  if (done.end.exitCode !== 0 || size === 0) {
    return refuseVideo(
      'decoder-failed',
      `Rewriting ended with ${ending(done.end)}: ${done.heard.lastWords.join(' / ')}`,
    );
  }
  return { ok: true, how };
}

async function listen(
  decoder: Decoder,
  command: ChildCommand,
  writtenBytes: number,
): Promise<{ heard: Narration; end: ChildEnd }> {
  const child = startLimited(command, decoder.confinement, { writtenBytes });
  const listener = new Listener(child.words, decoder.driver, child.kill);
  await listener.ended;
  return { heard: listener.heard, end: await child.ended };
}

function ending(end: ChildEnd): string {
  if (end.startError) return end.startError.message;
  return end.timedOut ? 'the wall clock' : (end.signal ?? `exit code ${end.exitCode}`);
}
