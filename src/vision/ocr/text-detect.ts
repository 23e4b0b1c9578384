import { cropToPlanes, type PlaneFormat } from '../crop.ts';
import type { RgbImage } from '../image.ts';
import { openFlexibleNetwork } from '../runtime.ts';
import { halfTurn } from './least-rectangle.ts';
import type { TextBox } from './text-box.ts';
import { findRegions, type TextRegion } from './text-regions.ts';

export type TextDetector = {
  /**
   * Lines of text in a picture, in no order, looked for with its longer side scaled down to `longestSide`. Letters need
   * about 8 pixels there. The memory it takes grows with the square of that side: 640 to 960 is enough for a card.
   */
  predict(image: RgbImage, longestSide: number): Promise<readonly TextBox[]>;
};

/** ImageNet's mean and deviation in the order in which this network was trained with them: blue has red's. */
const format: PlaneFormat = {
  order: 'bgr',
  mean: { blue: 0.485 * 255, green: 0.456 * 255, red: 0.406 * 255 },
  deviation: { blue: 0.229 * 255, green: 0.224 * 255, red: 0.225 * 255 },
};

/** Both sides of the input must be multiples of this. */
const stride = 32;

/** PP-OCRv4 mobile: `x` [1,3,H,W], output [1,1,H,W], how likely each pixel is text. */
export async function loadTextDetector(): Promise<TextDetector> {
  const network = await openFlexibleNetwork('text-detect');
  return {
    async predict(image, longestSide) {
      const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
      const width = multipleOf(stride, image.width * scale);
      const height = multipleOf(stride, image.height * scale);
      const whole = { left: 0, top: 0, right: image.width, bottom: image.height };
      const planes = cropToPlanes(image, whole, width, height, format);
      const { values } = await network.run(planes, [1, 3, height, width]);
      const [across, down] = [image.width / width, image.height / height];
      return findRegions({ data: values, width, height }).map((region) => toImage(region, across, down));
    },
  };
}

function multipleOf(step: number, length: number): number {
  return Math.max(step, step * Math.round(length / step));
}

/** From the map's pixels to the picture's; the two scales differ by the rounding to whole strides alone. */
function toImage(region: TextRegion, across: number, down: number): TextBox {
  const cos = Math.cos(region.angleRadians);
  const sin = Math.sin(region.angleRadians);
  return {
    centre: { x: region.centre.x * across, y: region.centre.y * down },
    width: region.width * Math.hypot(cos * across, sin * down),
    height: region.height * Math.hypot(sin * across, cos * down),
    angleRadians: halfTurn(Math.atan2(sin * down, cos * across)),
    score: region.score,
  };
}
