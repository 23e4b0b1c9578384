import { meanPoint, type Point } from './geometry.ts';
import type { RgbImage } from './image.ts';

/** A turn, a scale and a shift: x' = a x - b y + shiftX, y' = b x + a y + shiftY. */
export type Similarity = {
  readonly a: number;
  readonly b: number;
  readonly shiftX: number;
  readonly shiftY: number;
};

/** The similarity that maps `from` onto `to` with the least sum of squares (Umeyama 1991, without reflection). */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const count = from.length;
  const fromMiddle = meanPoint(from);
  const toMiddle = meanPoint(to);
  let along = 0;
  let across = 0;
  let spread = 0;
  for (let at = 0; at < count; at++) {
    const source = from[at] as Point;
    const target = to[at] as Point;
    const x = source.x - fromMiddle.x;
    const y = source.y - fromMiddle.y;
    const u = target.x - toMiddle.x;
    const v = target.y - toMiddle.y;
    along += x * u + y * v;
    across += x * v - y * u;
    spread += x * x + y * y;
  }
  const a = along / spread;
  const b = across / spread;
  return {
    a,
    b,
    shiftX: toMiddle.x - a * fromMiddle.x + b * fromMiddle.y,
    shiftY: toMiddle.y - b * fromMiddle.x - a * fromMiddle.y,
  };
}

/**
 * Draws a turned and scaled part of an image, RGB rows of float32 from 0 to 255 (HWC).
 * `toSource` maps places of the output to places of the source. Bilinear; where the source is finer than the
 * output, each output pixel is the mean of up to 4 x 4 samples. Outside the image is black.
 */
export function warpImage(
  image: RgbImage,
  toSource: Similarity,
  width: number,
  height: number,
): Float32Array {
  const samples = Math.max(1, Math.min(4, Math.round(Math.hypot(toSource.a, toSource.b))));
  const share = 1 / (samples * samples);
  const drawn = new Float32Array(3 * width * height);
  for (let row = 0; row < height * samples; row++) {
    const v = (row + 0.5) / samples;
    const lineAt = 3 * width * Math.floor(row / samples);
    // Counted from the centre of the first source pixel.
    const startX = -toSource.b * v + toSource.shiftX - 0.5;
    const startY = toSource.a * v + toSource.shiftY - 0.5;
    for (let column = 0; column < width * samples; column++) {
      const u = (column + 0.5) / samples;
      const out = lineAt + 3 * Math.floor(column / samples);
      addSample(image, startX + toSource.a * u, startY + toSource.b * u, share, drawn, out);
    }
  }
  return drawn;
}

/** Adds `share` of the bilinear value at a place. */
function addSample(image: RgbImage, x: number, y: number, share: number, drawn: Float32Array, out: number) {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const { data, width, height } = image;
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
    addEdgeSample(image, x, y, share, drawn, out);
    return;
  }
  const lower = share * (y - top);
  const upper = share - lower;
  const upperRight = upper * (x - left);
  const lowerRight = lower * (x - left);
  const upperLeft = upper - upperRight;
  const lowerLeft = lower - lowerRight;
  const at = 3 * (top * width + left);
  const below = at + 3 * width;
  for (let colour = 0; colour < 3; colour++) {
    drawn[out + colour] =
      (drawn[out + colour] as number) +
      upperLeft * (data[at + colour] as number) +
      upperRight * (data[at + colour + 3] as number) +
      lowerLeft * (data[below + colour] as number) +
      lowerRight * (data[below + colour + 3] as number);
  }
}

/** The same where the four neighbours do not all lie inside the image. */
function addEdgeSample(
  image: RgbImage,
  x: number,
  y: number,
  share: number,
  drawn: Float32Array,
  out: number,
): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  for (let corner = 0; corner < 4; corner++) {
    const column = left + (corner & 1);
    const row = top + (corner >> 1);
    if (column < 0 || row < 0 || column >= image.width || row >= image.height) continue;
    const weight = share * (1 - Math.abs(x - column)) * (1 - Math.abs(y - row));
    const at = 3 * (row * image.width + column);
    for (let colour = 0; colour < 3; colour++) {
      drawn[out + colour] = (drawn[out + colour] as number) + weight * (image.data[at + colour] as number);
    }
  }
}
