import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Customer } from './customer.ts';
import { type ClipName, clipPath } from './shared-data.ts';

const execute = promisify(execFile);

const framesPerSecond = 15;
const seconds = 8;

/** A person's pictures as JPEG, 480x640, in base64. */
export async function picturesOf(clip: ClipName): Promise<readonly string[]> {
  const filter = `fps=${framesPerSecond},scale=480:640:force_original_aspect_ratio=increase,crop=480:640`;
  const { stdout } = await execute(
    'ffmpeg',
    [
      ...['-v', 'error', '-t', String(seconds), '-i', clipPath(clip) ?? '', '-an', '-vf', filter],
      ...['-q:v', '4', '-f', 'mjpeg', 'pipe:1'],
    ],
    { encoding: 'buffer', maxBuffer: 100_000_000 },
  );
  return splitJpegs(stdout).map((picture) => picture.toString('base64'));
}

/** Each begins with FF D8 FF, which no JPEG of a plain encoder holds within. */
function splitJpegs(film: Buffer): readonly Buffer[] {
  const begin = Buffer.from([0xff, 0xd8, 0xff]);
  const starts: number[] = [];
  for (let at = film.indexOf(begin); at !== -1; at = film.indexOf(begin, at + 1)) starts.push(at);
  return starts.map((start, index) => film.subarray(start, starts[index + 1]));
}

/**
 * SIMULATED: puts pictures in the place of the browser's own camera, there and back and over and over. What records them, and
 * all that comes after, is the browser's own. `filmPictures` answers with the pictures.
 * Pages that may have no camera, such as an empty tab, get none.
 */
export const scriptedCamera = `if (navigator.mediaDevices) {
  const load = async () => await Promise.all((await filmPictures()).map((text) =>
    createImageBitmap(new Blob([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], { type: 'image/jpeg' }))));
  let pictures = null;
  navigator.mediaDevices.getUserMedia = async () => {
    pictures ??= await load();
    const canvas = document.createElement('canvas');
    canvas.width = 480;
    canvas.height = 640;
    const context = canvas.getContext('2d');
    const cycle = 2 * pictures.length - 2;
    let at = 0;
    const draw = () => {
      const turned = at % cycle;
      context.drawImage(pictures[turned < pictures.length ? turned : cycle - turned], 0, 0);
      at += 1;
    };
    draw();
    setInterval(draw, 1000 / ${framesPerSecond});
    return canvas.captureStream(${framesPerSecond});
  };
  navigator.mediaDevices.enumerateDevices = async () => [{ kind: 'videoinput', label: '', deviceId: '' }];
}`;

/** For browsers whose own fake camera shows no film. Before the page is opened. */
export async function filmByScript({ page }: Customer, pictures: readonly string[]): Promise<void> {
  await page.exposeFunction('filmPictures', () => pictures);
  await page.addInitScript({ content: scriptedCamera });
}
