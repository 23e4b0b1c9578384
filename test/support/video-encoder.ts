import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { encodeWithNodeAv } from './node-av-encoder.ts';

export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** In the order of showing, all of one size. */
export type Pictures = Iterable<Picture> | AsyncIterable<Picture>;

export type Encoding = {
  readonly codec: 'h264' | 'vp8';
  readonly framesPerSecond: number;
  readonly kilobitsPerSecond: number;
};

/** Writes pictures as a video file; the container follows from the codec: MP4 for H.264, WebM for VP8. */
export type VideoEncoder = {
  readonly name: 'ffmpeg' | 'node-av';
  encode(path: string, pictures: Pictures, encoding: Encoding): Promise<void>;
};

/** The encoder of this machine: its ffmpeg, else node-av where the set-up script put it; null when there is neither. */
export async function findVideoEncoder(): Promise<VideoEncoder | null> {
  const wish = process.env.SELFSAME_DECODER;
  if (wish !== 'node-av' && spawnSync('ffmpeg', ['-version']).status === 0) {
    return { name: 'ffmpeg', encode: encodeWithFfmpeg };
  }
  const { nodeAvIsInstalled } = await import('../../src/vision/video/node-av-binding.ts');
  return nodeAvIsInstalled() ? { name: 'node-av', encode: encodeWithNodeAv } : null;
}

async function encodeWithFfmpeg(path: string, pictures: Pictures, encoding: Encoding): Promise<void> {
  let child: ReturnType<typeof start> | null = null;
  for await (const picture of pictures) {
    child ??= start(path, picture, encoding);
    if (!child.stdin.write(picture.data)) await once(child.stdin, 'drain');
  }
  if (!child) throw new Error('No pictures to encode.');
  child.stdin.end();
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`ffmpeg ended with ${code} while encoding ${path}`);
}

function start(path: string, first: Picture, encoding: Encoding) {
  const codec =
    encoding.codec === 'h264'
      ? ['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'baseline', '-pix_fmt', 'yuv420p']
      : // Below zero the speed is fixed; above, it follows the clock, and a busy machine makes another film (libvpx, VP8E_SET_CPUUSED).
        ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '-8'];
  return spawn(
    'ffmpeg',
    [
      ...['-v', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${first.width}x${first.height}`],
      ...['-r', String(encoding.framesPerSecond), '-i', 'pipe:0', ...codec],
      ...['-b:v', `${encoding.kilobitsPerSecond}k`, '-threads', '1'],
      ...['-f', encoding.codec === 'h264' ? 'mp4' : 'webm', '-y', path],
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
}
