import { type Box, heightOf, widthOf } from '../../../vision/geometry.ts';
import { type Plane, within } from './luma-plane.ts';

/** Steps above this are print, not noise. */
const mostStep = 24;

/** Noise of 0.4 levels: below it JPEG has smoothed the paper away, and what is left is its own doing. */
const leastRoughness = 2;

/** Fewer pixels give no steady mean. */
const leastPixels = 300;

/**
 * How much finer or coarser the ground under a line of print is than the ground around it: the logarithm to base 2 of
 * one mean roughness over the other. Near 0 where both were photographed together; a patch that was filled with one
 * colour, smoothed, or copied from another picture lies far from it. Null where there is too little ground.
 */
export function noiseAgainstGround(luma: Plane, box: Box): number | null {
  const height = heightOf(box);
  const own = roughnessOf(luma, [box]);
  const around = roughnessOf(luma, [
    { ...box, top: box.top - height, bottom: box.top - 0.4 * height },
    { ...box, top: box.bottom + 0.4 * height, bottom: box.bottom + height },
    { ...box, left: box.left - 2 * height, right: box.left - height },
    { ...box, left: box.right + height, right: box.right + 2 * height },
  ]);
  if (own === null || around === null) return null;
  return Math.log2((own + leastRoughness) / (around + leastRoughness));
}

/** Mean of the small second differences, along rows and columns at once (Immerkaer 1996), in levels of 0 to 255. */
function roughnessOf(luma: Plane, boxes: readonly Box[]): number | null {
  let sum = 0;
  let count = 0;
  const { data, width } = luma;
  for (const box of boxes) {
    const part = within(luma, box, 1);
    if (widthOf(part) <= 0 || heightOf(part) <= 0) continue;
    for (let y = part.top; y < part.bottom; y++) {
      for (let at = y * width + part.left; at < y * width + part.right; at++) {
        const corners =
          (data[at - width - 1] as number) +
          (data[at - width + 1] as number) +
          (data[at + width - 1] as number) +
          (data[at + width + 1] as number);
        const sides =
          (data[at - 1] as number) +
          (data[at + 1] as number) +
          (data[at - width] as number) +
          (data[at + width] as number);
        const step = Math.abs(4 * (data[at] as number) - 2 * sides + corners);
        if (step > mostStep) continue;
        sum += step;
        count++;
      }
    }
  }
  return count < leastPixels ? null : sum / count;
}
