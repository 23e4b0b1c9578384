import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { type PortraitName, portraitPhoto } from './face-photos.ts';
import { findVideoEncoder, type Picture } from './video-encoder.ts';

const framesPerSecond = 15;

/**
 * A real video file of 480 x 640 with a face in it that does not live: a photo that is moved a pixel now and then.
 * The judge has all its work with it, on any machine. Null where nothing encodes video.
 */
export async function stillRecording(
  seconds = 3,
  name: PortraitName = 'anna',
  kilobitsPerSecond = 900,
): Promise<Buffer | null> {
  const encoder = await findVideoEncoder();
  if (!encoder) return null;
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-still-'));
  const path = join(folder, 'still.mp4');
  const photo = await sharp(await portraitPhoto(name))
    .resize(488, 648, { fit: 'cover' })
    .toBuffer();
  const pictures = await Promise.all([0, 1, 2, 3].map((step) => moved(photo, step)));
  const frames = Array.from(
    { length: seconds * framesPerSecond },
    (_, at) => pictures[(at >> 2) % 4] as Picture,
  );
  await encoder.encode(path, frames, { codec: 'h264', framesPerSecond, kilobitsPerSecond });
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
}

async function moved(photo: Buffer, step: number): Promise<Picture> {
  const part = { left: step, top: 3 - step, width: 480, height: 640 };
  const data = await sharp(photo).extract(part).removeAlpha().raw().toBuffer();
  return { width: 480, height: 640, data };
}
