import type { Point } from '../../../vision/geometry.ts';

/** Where a place of the card lies in the photo; `x` and `y` are shares of the card's width and height. */
export type CardPlace = (x: number, y: number) => Point;

/**
 * The perspective map of the unit square onto corners TL TR BR BL
 * (P. Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, §2.2.3).
 */
export function placeOnCard(corners: readonly Point[]): CardPlace {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners as [Point, Point, Point, Point];
  const skewX = topLeft.x - topRight.x + bottomRight.x - bottomLeft.x;
  const skewY = topLeft.y - topRight.y + bottomRight.y - bottomLeft.y;
  const rightX = topRight.x - bottomRight.x;
  const rightY = topRight.y - bottomRight.y;
  const leftX = bottomLeft.x - bottomRight.x;
  const leftY = bottomLeft.y - bottomRight.y;
  const area = rightX * leftY - leftX * rightY;
  const g = (skewX * leftY - leftX * skewY) / area;
  const h = (rightX * skewY - skewX * rightY) / area;
  const a = topRight.x - topLeft.x + g * topRight.x;
  const b = bottomLeft.x - topLeft.x + h * bottomLeft.x;
  const d = topRight.y - topLeft.y + g * topRight.y;
  const e = bottomLeft.y - topLeft.y + h * bottomLeft.y;
  return (x, y) => {
    const depth = g * x + h * y + 1;
    return { x: (a * x + b * y + topLeft.x) / depth, y: (d * x + e * y + topLeft.y) / depth };
  };
}
