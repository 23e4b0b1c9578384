import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Picture } from './video-encoder.ts';

/** Encodes pictures as they come, and has their bytes soon after: an MP4 in pieces, as a page's recorder makes it. */
export type LiveEncoder = {
  write(picture: Picture): Promise<void>;
  /** No more pictures: resolves when all bytes are handed over. */
  end(): Promise<void>;
};

/** A fragment for every half second, as the page asks its recorder for. */
const fragmentSeconds = 0.5;

/** By this machine's ffmpeg, at the pace of its fastest setting: what is late here looks like a rendered stream. */
export function openLiveEncoder(
  framesPerSecond: number,
  { width, height }: Pick<Picture, 'width' | 'height'>,
  onBytes: (bytes: Buffer) => void,
): LiveEncoder {
  const keyFrameEvery = String(Math.round(framesPerSecond * fragmentSeconds));
  const child = spawn(
    'ffmpeg',
    [
      ...['-v', 'error', '-probesize', '32', '-fflags', 'nobuffer'],
      ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`, '-r', String(framesPerSecond)],
      ...['-i', 'pipe:0', '-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency'],
      ...['-profile:v', 'baseline', '-pix_fmt', 'yuv420p', '-b:v', '1500k', '-threads', '1'],
      ...['-g', keyFrameEvery, '-movflags', '+frag_every_frame+empty_moov+default_base_moof'],
      ...['-flush_packets', '1', '-f', 'mp4', 'pipe:1'],
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const closed = once(child, 'close');
  child.stdout.on('data', onBytes);
  return {
    async write({ data }) {
      if (!child.stdin.write(data)) await once(child.stdin, 'drain');
    },
    async end() {
      child.stdin.end();
      const [code] = await closed;
      if (code !== 0) throw new Error(`ffmpeg ended with ${code} while encoding live`);
    },
  };
}
