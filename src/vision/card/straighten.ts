import { type Box, distanceBetween, heightOf, widthOf } from '../geometry.ts';
import { type RgbImage, shrinkImage } from '../image.ts';
import { samplePixel } from '../ocr/text-strip.ts';
import { type Corners, type Perspective, perspectiveOnto } from './perspective.ts';

/** Finer than this many source pixels to one, the photo is scaled down first: nothing between two samples is lost. */
const mostPixelsToOne = 1.5;

/** The inside of four corners of a photo as an upright picture. Bilinear; outside of the photo its edge goes on. */
export async function straighten(
  photo: RgbImage,
  corners: Corners,
  width: number,
  height: number,
): Promise<RgbImage> {
  const [a, b, c, d] = corners;
  const fineness = Math.max(distanceBetween(a, b), distanceBetween(d, c)) / width;
  if (fineness <= mostPixelsToOne) {
    const whole = { left: 0, top: 0, right: 1, bottom: 1 };
    return drawZone(photo, perspectiveOnto(corners), whole, width, height);
  }
  const source = await shrinkImage(photo, Math.ceil(Math.max(photo.width, photo.height) / fineness));
  const scale = source.width / photo.width;
  const shrunk = corners.map(({ x, y }) => ({ x: x * scale, y: y * scale })) as unknown as Corners;
  return straighten(source, shrunk, width, height);
}

/** One zone of a straightened picture, in shares of its sides, drawn from the photo itself at any size. */
export function drawZone(
  photo: RgbImage,
  perspective: Perspective,
  zone: Box,
  width: number,
  height: number,
): RgbImage {
  const { xAcross, xDown, xStart, yAcross, yDown, yStart, depthAcross, depthDown } = perspective;
  const data = new Uint8Array(3 * width * height);
  const stepU = widthOf(zone) / width;
  const stepV = heightOf(zone) / height;
  for (let row = 0, out = 0; row < height; row++) {
    const v = zone.top + (row + 0.5) * stepV;
    for (let column = 0; column < width; column++, out += 3) {
      const u = zone.left + (column + 0.5) * stepU;
      const depth = depthAcross * u + depthDown * v + 1;
      const x = (xAcross * u + xDown * v + xStart) / depth;
      const y = (yAcross * u + yDown * v + yStart) / depth;
      samplePixel(photo, x - 0.5, y - 0.5, data, out);
    }
  }
  return { data, width, height };
}
