import { cropToPlanes, evenFormat } from './crop.ts';
import { type Box, centreOf, heightOf, squareAround } from './geometry.ts';
import type { RgbImage } from './image.ts';
import { openNetwork, outputOf, softmax } from './runtime.ts';

export type SpoofDetector = {
  /**
   * How much a face looks like a live one rather than a copy on paper or a screen, 0 to 1.
   *
   * `cropScale`: side of what the network sees, in heights of the face box. 1.3 sees skin, 2.7 sees the edge of a
   * sheet or a device; the lower of the two is the safer answer; `docs/liveness.md` has its rates.
   */
  predict(image: RgbImage, box: Box, cropScale: number): Promise<number>;
};

const inputSide = 128;

// 0 to 255 and BGR: with RGB this network is no better than chance (AUC .47 against .94, measured 2026-11).
const format = evenFormat('bgr', 0, 1);

/** MiniFASNet type: `input` [1,3,128,128] BGR 0..255, `output` [1,3] logits, class 0 is live. */
export async function loadSpoofDetector(): Promise<SpoofDetector> {
  const network = await openNetwork('face-spoof', [1, 3, inputSide, inputSide]);
  return {
    async predict(image, box, cropScale) {
      const crop = squareInside(image, box, cropScale);
      const logits = outputOf(
        await network.run((input) => cropToPlanes(image, crop, inputSide, inputSide, format, input)),
        'output',
      );
      return softmax(logits)[0] as number;
    },
  };
}

/** The square on the box, moved and if need be shrunk into the image: black edges look like a device's bezel. */
export function squareInside(image: RgbImage, box: Box, cropScale: number): Box {
  const side = Math.min(heightOf(box) * cropScale, image.width, image.height);
  const centre = centreOf(box);
  const within = (place: number, length: number) => Math.min(Math.max(place, side / 2), length - side / 2);
  return squareAround({ x: within(centre.x, image.width), y: within(centre.y, image.height) }, side);
}
