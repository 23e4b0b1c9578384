import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { readStretch } from '../test/support/clip-window.ts';
import { addSensorNoise } from '../test/support/refilmed-still.ts';
import { seededRandom } from '../test/support/seeded-random.ts';
import { type ClipName, clipPath } from '../test/support/shared-data.ts';
import { findVideoEncoder, type Picture, type VideoEncoder } from '../test/support/video-encoder.ts';

const framesPerSecond = 30;
const seconds = 5;

export type Recording = { readonly path: string; readonly video: Buffer; readonly photo: Buffer };

async function* noisy(pictures: AsyncIterable<Picture>, noise: number): AsyncGenerator<Picture> {
  const random = seededRandom(1);
  for await (const picture of pictures) {
    if (noise > 0) addSensorNoise(picture, 1, noise, random);
    yield picture;
  }
}

/** One picture of a clip as a JPEG, to compare with. */
export async function photoAt(
  clip: ClipName,
  fromSeconds: number,
  library: VideoEncoder['name'],
): Promise<Buffer> {
  const stretch = { path: clipPath(clip)!, fromSeconds, seconds: 1 / framesPerSecond, framesPerSecond };
  for await (const { data, width, height } of readStretch(stretch, library)) {
    return await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 92 })
      .toBuffer();
  }
  throw new Error(`no picture in ${clip}`);
}

/**
 * Five seconds of a living person at 480x640, as the page's recorder makes them, and a picture of another moment as
 * the photo to compare with. Null where the clips for development, or anything that encodes, are not at hand.
 * `heavy`: sensor noise at 10 Mbit/s, so that the file is as large as a result may be.
 */
export async function prepareRecording(how: 'usual' | 'heavy' = 'usual'): Promise<Recording | null> {
  const source = clipPath('d13');
  const encoder = await findVideoEncoder();
  if (!source || !encoder) return null;
  const path = join(mkdtempSync(join(tmpdir(), 'selfsame-bench-')), 'recording.mp4');
  const stretch = { path: source, fromSeconds: 0, seconds, framesPerSecond };
  const pictures = noisy(readStretch(stretch, encoder.name), how === 'heavy' ? 12 : 0);
  const kilobitsPerSecond = how === 'heavy' ? 10_000 : 1000;
  await encoder.encode(path, pictures, { codec: 'h264', framesPerSecond, kilobitsPerSecond });
  const photo = await photoAt('d13', 6, encoder.name);
  return { path, video: readFileSync(path), photo };
}
