import type { Box } from '../../../vision/geometry.ts';
import type { RgbImage } from '../../../vision/image.ts';

/** One value a pixel, 0 to 255, row by row from the top. */
export type Plane = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/** Luma by ITU-R BT.601, in integers: the plane is read many times, so it is made once. */
export function lumaOf({ data, width, height }: RgbImage): Plane {
  const luma = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < luma.length; at++, from += 3) {
    luma[at] =
      (77 * (data[from] as number) + 150 * (data[from + 1] as number) + 29 * (data[from + 2] as number)) >> 8;
  }
  return { data: luma, width, height };
}

/** The part of a box that lies in the plane, `margin` pixels away from its border, in whole pixels. */
export function within({ width, height }: Plane, box: Box, margin = 0): Box {
  return {
    left: Math.max(margin, Math.floor(box.left)),
    top: Math.max(margin, Math.floor(box.top)),
    right: Math.min(width - margin, Math.ceil(box.right)),
    bottom: Math.min(height - margin, Math.ceil(box.bottom)),
  };
}
