import { type Box, heightOf, widthOf } from '../../../vision/geometry.ts';
import { quantileOf } from './histogram.ts';
import { type Plane, within } from './luma-plane.ts';

/** Luma between paper and ink; fainter print is a watermark or a shadow, and its edges are noise. */
const leastContrast = 40;

/**
 * Pixels that the steepest edges of a line of print take from paper to ink, across or down, whichever is worse: a
 * shaken photo is sharp along one of them. About 3 on a sharp photo of a card that is 1280 pixels wide. Null where the
 * print is too small or too faint.
 */
export function edgeWidthOf(luma: Plane, box: Box): number | null {
  const part = within(luma, box, 1);
  if (widthOf(part) < 8 || heightOf(part) < 8) return null;
  const values = new Uint32Array(256);
  const across = new Uint32Array(256);
  const down = new Uint32Array(256);
  const { data, width } = luma;
  for (let y = part.top; y < part.bottom; y++) {
    for (let at = y * width + part.left; at < y * width + part.right; at++) {
      const right = Math.abs((data[at + 1] as number) - (data[at - 1] as number));
      const below = Math.abs((data[at + width] as number) - (data[at - width] as number));
      values[data[at] as number] = (values[data[at] as number] as number) + 1;
      across[right] = (across[right] as number) + 1;
      down[below] = (down[below] as number) + 1;
    }
  }
  const contrast = quantileOf(values, 0.97) - quantileOf(values, 0.03);
  if (contrast < leastContrast) return null;
  // The gradients are taken over two pixels.
  const steepest = Math.min(quantileOf(across, 0.97), quantileOf(down, 0.97));
  return (2 * contrast) / Math.max(1, steepest);
}
