import type { Box, Point } from '../geometry.ts';
import { cutOut, type RgbImage, shrinkImage } from '../image.ts';

/** A part of a photo at a size that the search for a card works on. */
export type View = {
  readonly image: RgbImage;
  readonly toPhoto: (place: Point) => Point;
};

/** Longer side of a view: twice what the edges are looked for in, so that they can be drawn turned. */
const longestSide = 1280;

/** The part of a photo inside a box, scaled down where it is larger than a view. */
export async function viewOf(photo: RgbImage, box: Box): Promise<View> {
  const left = Math.max(0, Math.floor(box.left));
  const top = Math.max(0, Math.floor(box.top));
  const right = Math.min(photo.width, Math.ceil(box.right));
  const bottom = Math.min(photo.height, Math.ceil(box.bottom));
  const part = cutOut(photo, left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  const image = await shrinkImage(part, longestSide);
  const [across, down] = [part.width / image.width, part.height / image.height];
  return { image, toPhoto: ({ x, y }) => ({ x: left + x * across, y: top + y * down }) };
}
