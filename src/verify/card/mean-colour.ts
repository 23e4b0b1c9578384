import type { Box } from '../../vision/geometry.ts';
import type { RgbImage } from '../../vision/image.ts';

/** Every so many pixels, each way, one is looked at. */
const step = 3;

/** Mean hue in degrees and saturation 0 to 1 (HSV) of a zone of a picture: the colour of its mean pixel. */
export function meanColourOf(image: RgbImage, zone: Box) {
  const { data, width, height } = image;
  let [red, green, blue, count] = [0, 0, 0, 0];
  const bottom = Math.min(height, zone.bottom);
  const right = Math.min(width, zone.right);
  for (let y = Math.max(0, Math.floor(zone.top)); y < bottom; y += step) {
    for (let x = Math.max(0, Math.floor(zone.left)); x < right; x += step) {
      const at = 3 * (y * width + x);
      red += data[at] as number;
      green += data[at + 1] as number;
      blue += data[at + 2] as number;
      count++;
    }
  }
  return hueAndSaturation(red / Math.max(1, count), green / Math.max(1, count), blue / Math.max(1, count));
}

function hueAndSaturation(red: number, green: number, blue: number) {
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (chroma === 0) return { hueDegrees: 0, saturation: 0 };
  const sector =
    most === red
      ? (green - blue) / chroma
      : most === green
        ? 2 + (blue - red) / chroma
        : 4 + (red - green) / chroma;
  return { hueDegrees: (60 * sector + 360) % 360, saturation: chroma / most };
}
