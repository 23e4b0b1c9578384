import { perspectiveOnto } from '../../vision/card/perspective.ts';
import { drawZone } from '../../vision/card/straighten.ts';
import { type Box, heightOf, widthOf } from '../../vision/geometry.ts';
import type { RgbImage } from '../../vision/image.ts';
import type { StraightCard } from './straight-card.ts';

/**
 * A part of a card drawn from the photo's own pixels. `box`: in pixels of the straightened card; `scale`: pixels drawn to one
 * of those; neither side is drawn shorter than `leastSide`.
 */
export function drawPart(
  { photo, found, straightened }: StraightCard,
  box: Box,
  scale: number,
  leastSide: number,
): RgbImage {
  const { width, height } = straightened;
  const shares = {
    left: box.left / width,
    top: box.top / height,
    right: box.right / width,
    bottom: box.bottom / height,
  };
  const drawnWidth = Math.max(leastSide, Math.round(widthOf(box) * scale));
  const drawnHeight = Math.max(leastSide, Math.round(heightOf(box) * scale));
  return drawZone(photo, perspectiveOnto(found.corners), shares, drawnWidth, drawnHeight);
}
