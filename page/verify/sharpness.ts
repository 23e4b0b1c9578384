import { oval } from './oval-place.ts';

/** Large enough that a sharp face has edges of a pixel or two. */
export const sharpnessSize = { width: 180, height: 240 } as const;

/** The oval's middle, where the face is: a sharp wall beside it must not count. */
const inMiddle = 0.6;

const middle: readonly number[] = Array.from(
  { length: sharpnessSize.width * sharpnessSize.height },
  (_, index) => index,
).filter((index) => {
  const dx = ((index % sharpnessSize.width) / sharpnessSize.width - oval.centreX) / oval.radiusX;
  const dy = (Math.floor(index / sharpnessSize.width) / sharpnessSize.height - oval.centreY) / oval.radiusY;
  return dx * dx + dy * dy <= inMiddle;
});

/**
 * Variance of the Laplacian of luma in the oval's middle, over the variance of luma itself, so that neither light nor
 * skin makes a difference (the measure: Pech-Pacheco et al. 2000). `rgba`: a frame of `sharpnessSize` in rows.
 */
export function sharpnessOf(rgba: Uint8ClampedArray): number {
  const { width } = sharpnessSize;
  const lumaAt = (index: number) =>
    0.299 * rgba[4 * index]! + 0.587 * rgba[4 * index + 1]! + 0.114 * rgba[4 * index + 2]!;
  let [sum, squares, edges, edgeSquares] = [0, 0, 0, 0];
  for (const index of middle) {
    const luma = lumaAt(index);
    const around = lumaAt(index - 1) + lumaAt(index + 1) + lumaAt(index - width) + lumaAt(index + width);
    const edge = 4 * luma - around;
    sum += luma;
    squares += luma * luma;
    edges += edge;
    edgeSquares += edge * edge;
  }
  const count = middle.length;
  const contrast = squares / count - (sum / count) ** 2;
  return contrast === 0 ? 0 : (edgeSquares / count - (edges / count) ** 2) / contrast;
}

/**
 * The softest of the five bona fide development clips (n = 137 frames) has 0.014 at its 5th hundredth. Blurred by Gaussians of 6 pixels of 480x640 (SIMULATED), 4 of 5 are; of 2.5 pixels, one: only a
 * picture that nobody would call sharp is told of (2026-11-26).
 */
const least = 0.008;
const looks = 3;

/** Tells of a picture that has been unsharp in several looks in a row: one may be of a face that moved. */
export function createBlurWatch(): (sharpness: number) => boolean {
  let last: readonly number[] = [];
  return (sharpness) => {
    last = [...last, sharpness].slice(-looks);
    return last.length === looks && Math.max(...last) < least;
  };
}
