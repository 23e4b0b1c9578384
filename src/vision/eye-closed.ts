import { cropToGrey, type GreyOrRgb } from './crop.ts';
import type { Landmarks } from './face-landmarks.ts';
import { distanceBetween, meanPoint, type Point, squareAround } from './geometry.ts';
import { openNetwork, outputOf, softmax } from './runtime.ts';

/** How closed each eye is, 0 open to 1 closed; left and right are the picture's. */
export type EyesClosed = { readonly left: number; readonly right: number };

export type EyeReader = {
  /** Reads lowered eyes and strongly turned heads as closed: trust it only near the person's neutral pose. */
  predict(image: GreyOrRgb, landmarks: Landmarks): Promise<EyesClosed>;
};

const inputSide = 24;
const cropScale = 1.6;
const leftEye = [36, 37, 38, 39, 40, 41];
const rightEye = [42, 43, 44, 45, 46, 47];

/** `input` [1,1,24,24] grey 0..1 of a square around one eye, `output` [1,2] logits, class 0 is closed. */
export async function loadEyeReader(): Promise<EyeReader> {
  const network = await openNetwork('eye-closed', [1, 1, inputSide, inputSide]);
  const readEye = async (image: GreyOrRgb, eye: readonly Point[]): Promise<number> => {
    const width = distanceBetween(eye[0] as Point, eye[3] as Point);
    const square = squareAround(meanPoint(eye), width * cropScale);
    const outputs = await network.run((grey) => {
      cropToGrey(image, square, inputSide, inputSide, grey);
      for (let at = 0; at < grey.length; at++) grey[at] = (grey[at] as number) / 255;
    });
    return softmax(outputOf(outputs, 'output'))[0] as number;
  };
  const pick = (landmarks: Landmarks, places: readonly number[]) =>
    places.map((place) => landmarks[place] as Point);
  return {
    async predict(image, landmarks) {
      return {
        left: await readEye(image, pick(landmarks, leftEye)),
        right: await readEye(image, pick(landmarks, rightEye)),
      };
    },
  };
}
