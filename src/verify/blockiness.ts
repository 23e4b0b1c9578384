import type { Box } from '../vision/geometry.ts';
import type { RgbImage } from '../vision/image.ts';

/** Side of the squares that JPEG compresses one by one. */
const blockSide = 8;

/**
 * How far the borders of JPEG's 8 x 8 blocks stand out in a part of a picture: steps of luma at the columns where they
 * are highest, against all other columns. About 2 for a good photo, 4 at JPEG quality 40, 10 at quality 10. Blind where the picture
 * was scaled after it was compressed.
 */
export function measureBlockiness(image: RgbImage, part: Box): number {
  const left = Math.max(2, Math.floor(part.left));
  const right = Math.min(image.width - 2, Math.ceil(part.right));
  const top = Math.max(0, Math.floor(part.top));
  const bottom = Math.min(image.height, Math.ceil(part.bottom));
  const steps = new Array<number>(blockSide).fill(0);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const own = stepAt(image, x, y);
      const beside = (stepAt(image, x - 1, y) + stepAt(image, x + 1, y)) / 2;
      // Only what stands out from its neighbours: an edge of the face does so at any column.
      steps[x % blockSide] = (steps[x % blockSide] as number) + Math.max(0, own - beside);
    }
  }
  const highest = Math.max(...steps);
  const others = steps.reduce((sum, step) => sum + step, 0) - highest;
  return others > 0 ? (highest * (blockSide - 1)) / others : 0;
}

function stepAt(image: RgbImage, x: number, y: number): number {
  return Math.abs(lumaAt(image, x, y) - lumaAt(image, x - 1, y));
}

function lumaAt({ data, width }: RgbImage, x: number, y: number): number {
  const at = 3 * (y * width + x);
  return 0.299 * (data[at] as number) + 0.587 * (data[at + 1] as number) + 0.114 * (data[at + 2] as number);
}
