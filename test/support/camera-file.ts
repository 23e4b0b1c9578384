import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { decodePhoto } from '../../src/vision/image.ts';
import { groupPhoto, portraitPhoto } from './face-photos.ts';
import { type Refilming, refilmStill } from './refilmed-still.ts';
import { type ClipName, clipPath } from './shared-data.ts';
import type { Picture } from './video-encoder.ts';

const execute = promisify(execFile);

// Chromium plays an .mjpeg as its camera at 30 pictures a second, whatever it was made at, and over and over. All
// that is made here runs forward and then backward, so that neither its end nor its beginning shows as a cut.
const framesPerSecond = 30;
const portrait = 'scale=480:640:force_original_aspect_ratio=increase,crop=480:640,setsar=1';
const thereAndBack = 'split[there][turn];[turn]reverse[back];[there][back]concat';

async function filmClips(inputs: readonly string[], filter: string, path: string): Promise<void> {
  await execute('ffmpeg', [
    ...['-v', 'error', '-y', ...inputs, '-an', '-filter_complex', filter],
    ...['-pix_fmt', 'yuvj420p', '-q:v', '4', '-f', 'mjpeg', path],
  ]);
}

function pathOf(clip: ClipName): string {
  const path = clipPath(clip);
  if (!path) throw new Error('The clips are not here.');
  return path;
}

/** A living person before the camera. */
export async function filmPerson(clip: ClipName, path: string): Promise<void> {
  await filmClips(
    ['-t', '8', '-i', pathOf(clip)],
    `${portrait},fps=${framesPerSecond},${thereAndBack}`,
    path,
  );
}

/** A living person who leaves the picture for four seconds after every four. */
export async function filmPersonWhoLeaves(clip: ClipName, path: string): Promise<void> {
  const person = `${portrait},fps=${framesPerSecond},trim=duration=4,setpts=PTS-STARTPTS`;
  const wall = `color=c=0x7f8c5a:s=480x640:r=${framesPerSecond}:d=4`;
  await filmClips(['-i', pathOf(clip)], `${person}[there];${wall}[gone];[there][gone]concat`, path);
}

/**
 * Two living people, both as large in the picture, with a wall between them. Where their faces filled the middle, the colours
 * alone read as one good face, and on a busy machine the recording began before the detector had come.
 */
export async function filmTwoPeople(left: ClipName, right: ClipName, path: string): Promise<void> {
  const half = `${portrait},fps=${framesPerSecond},crop=360:640,scale=176:-2`;
  const wall = `color=c=0x7f8c5a:s=480x640:r=${framesPerSecond}[wall]`;
  const stood = `[wall][left]overlay=0:(H-h)/2:shortest=1[one];[one][right]overlay=W-w:(H-h)/2:shortest=1`;
  const beside = `[0:v]${half}[left];[1:v]${half}[right];${wall};${stood}`;
  const inputs = ['-t', '6', '-i', pathOf(left), '-t', '6', '-i', pathOf(right)];
  await filmClips(inputs, `${beside},${thereAndBack}`, path);
}

/** A JPEG of the person of a clip, at a moment of it. */
export async function photographPerson(clip: ClipName, atSeconds: number): Promise<Uint8Array> {
  const { stdout } = await execute(
    'ffmpeg',
    [
      ...['-v', 'error', '-ss', String(atSeconds), '-i', pathOf(clip), '-frames:v', '1'],
      ...['-q:v', '3', '-f', 'mjpeg', 'pipe:1'],
    ],
    { encoding: 'buffer', maxBuffer: 10_000_000 },
  );
  return stdout;
}

async function filmStill(photo: Uint8Array, how: Partial<Refilming>, path: string): Promise<void> {
  const decoded = await decodePhoto(photo);
  if (!decoded.ok) throw new Error(decoded.text);
  const held: Refilming = {
    ...{ seed: 7, medium: 'print', handling: 'held', seconds: 4, framesPerSecond, sheetWidthPixels: 520 },
    ...how,
  };
  const there: Buffer[] = [];
  for (const picture of refilmStill(decoded.image, held)) there.push(await jpegOf(picture));
  const andBack = [...there, ...there.toReversed()];
  await writeFile(path, [...andBack, ...andBack]);
}

function jpegOf({ width, height, data }: Picture): Promise<Buffer> {
  const raw = { width, height, channels: 3 } as const;
  return sharp(data, { raw }).jpeg({ quality: 85, chromaSubsampling: '4:2:0' }).toBuffer();
}

/** SIMULATED: a photo of a face, printed and held before the camera by a hand that trembles a little. */
export async function filmPhoto(path: string): Promise<void> {
  await filmStill(await portraitPhoto('anna'), {}, path);
}

/** SIMULATED: the same with a photo of two people. */
export async function filmGroupPhoto(path: string): Promise<void> {
  const pair = await sharp(groupPhoto(6)).extract({ left: 900, top: 0, width: 900, height: 900 }).toBuffer();
  await filmStill(pair, {}, path);
}

/** A room with nobody in it, for stories that never come to a recording. */
export async function filmEmptyRoom(path: string): Promise<void> {
  const wall = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#7f8c5a' } })
    .jpeg()
    .toBuffer();
  await writeFile(path, Array(framesPerSecond).fill(wall));
}
