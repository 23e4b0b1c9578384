import { boxOfLandmarks } from '../../src/vision/face-landmarks.ts';
import type { Picture } from '../support/video-encoder.ts';
import type { PosedPicture } from './posed-clip.ts';
import { type ScreenTimes, screenLight } from './screen-light.ts';
import { type SoftSpotName, softSpots } from './soft-spots.ts';

/** Colours that someone lays over a recording instead of being lit by them. */
export type FlatTint = ScreenTimes & {
  readonly framesPerSecond: number;
  /** Over the whole picture, over the face's box, over the outline of the face with a soft edge, or as a spot that fades away. */
  readonly where: 'frame' | 'face-box' | 'face-outline' | SoftSpotName;
  /** Mixed in as paint, added as light, or multiplied as light that a flat thing would send back. */
  readonly how: 'blend' | 'add' | 'multiply';
  /** Share of paint; of white that is added; of light that is added to the room's. */
  readonly strength: number;
};

const linearOf = Float32Array.from({ length: 256 }, (_, value) => (value / 255) ** 2.2);

/** SIMULATED attack: the right colours at the right time, but no light on a body: without its shape. */
export async function* tintFlat(
  pictures: Iterable<PosedPicture> | AsyncIterable<PosedPicture>,
  colors: readonly { readonly color: string; readonly fromMs: number; readonly toMs: number }[],
  tint: FlatTint,
): AsyncGenerator<Picture> {
  const lightAt = screenLight(colors, tint);
  let at = 0;
  for await (const posed of pictures) {
    const light = lightAt((1000 * at) / tint.framesPerSecond);
    const curves = light.map((part) => curveOf(part, tint));
    yield layOver(posed.picture, curves, shareOf(posed, tint.where));
    at += 1;
  }
}

function curveOf(part: number, { how, strength }: FlatTint): Float32Array {
  const color = 255 * part ** (1 / 2.2);
  return linearOf.map((linear, value) => {
    if (how === 'blend') return value + strength * (color - value);
    const lit = how === 'add' ? linear + strength * part : linear * (1 + strength * part);
    return 255 * Math.min(1, lit) ** (1 / 2.2);
  });
}

function shareOf({ landmarks }: PosedPicture, where: FlatTint['where']): (x: number, y: number) => number {
  const { left, top, right, bottom } = boxOfLandmarks(landmarks);
  if (where === 'frame') return () => 1;
  if (where === 'face-box') return (x, y) => (x >= left && x <= right && y >= top && y <= bottom ? 1 : 0);
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  if (where !== 'face-outline') {
    const [spot, unit] = [softSpots[where], 0.4 * (right - left)];
    return (x, y) => spot((x - middleX) / unit, (y - middleY) / unit);
  }
  // The box is a square; a face is narrower and a little longer.
  const [halfX, halfY] = [0.38 * (right - left), 0.5 * (bottom - top)];
  return (x, y) =>
    Math.max(0, Math.min(1, 8 * (1 - ((x - middleX) / halfX) ** 2 - ((y - middleY) / halfY) ** 2)));
}

function layOver(
  { width, height, data }: Picture,
  curves: readonly Float32Array[],
  shareAt: (x: number, y: number) => number,
): Picture {
  const tinted = new Uint8Array(data);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const share = shareAt(x, y);
      if (share === 0) continue;
      for (let colour = 0; colour < 3; colour++) {
        const value = data[at + colour]!;
        tinted[at + colour] = value + share * (curves[colour]![value]! - value);
      }
    }
  }
  return { width, height, data: tinted };
}
