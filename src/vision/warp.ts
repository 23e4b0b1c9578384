import type { Point } from './geometry.ts';
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
  let [fromX, fromY, toX, toY] = [0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    fromX += from[at]!.x / count;
    fromY += from[at]!.y / count;
    toX += to[at]!.x / count;
    toY += to[at]!.y / count;
  }
  let [along, across, spread] = [0, 0, 0];
  for (let at = 0; at < count; at++) {
    const [x, y] = [from[at]!.x - fromX, from[at]!.y - fromY];
    const [u, v] = [to[at]!.x - toX, to[at]!.y - toY];
    along += x * u + y * v;
    across += x * v - y * u;
    spread += x * x + y * y;
  }
  const a = along / spread;
  const b = across / spread;
  return { a, b, shiftX: toX - a * fromX + b * fromY, shiftY: toY - b * fromX - a * fromY };
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
  const shrink = Math.hypot(toSource.a, toSource.b);
  const samples = Math.max(1, Math.min(4, Math.round(shrink)));
  const share = 1 / (samples * samples);
  const drawn = new Float32Array(3 * width * height);
  for (let y = 0, out = 0; y < height; y++) {
    for (let x = 0; x < width; x++, out += 3) {
      for (let sample = 0; sample < samples * samples; sample++) {
        const u = x + ((sample % samples) + 0.5) / samples;
        const v = y + (Math.floor(sample / samples) + 0.5) / samples;
        const sourceX = toSource.a * u - toSource.b * v + toSource.shiftX - 0.5;
        const sourceY = toSource.b * u + toSource.a * v + toSource.shiftY - 0.5;
        addSample(image, sourceX, sourceY, share, drawn, out);
      }
    }
  }
  return drawn;
}

/** Adds `share` of the bilinear value at a place, counted from the centre of the first pixel. */
function addSample(
  image: RgbImage,
  x: number,
  y: number,
  share: number,
  drawn: Float32Array,
  out: number,
): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const down = y - top;
  for (let row = 0; row < 2; row++) {
    const sourceY = top + row;
    if (sourceY < 0 || sourceY >= image.height) continue;
    const rowShare = share * (row === 0 ? 1 - down : down);
    for (let column = 0; column < 2; column++) {
      const sourceX = left + column;
      if (sourceX < 0 || sourceX >= image.width) continue;
      const weight = rowShare * (column === 0 ? 1 - right : right);
      const at = 3 * (sourceY * image.width + sourceX);
      drawn[out] = (drawn[out] as number) + weight * (image.data[at] as number);
      drawn[out + 1] = (drawn[out + 1] as number) + weight * (image.data[at + 1] as number);
      drawn[out + 2] = (drawn[out + 2] as number) + weight * (image.data[at + 2] as number);
    }
  }
}
