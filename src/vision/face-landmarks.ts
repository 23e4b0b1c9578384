import { cropToGrey, type GreyOrRgb } from './crop.ts';
import { type Box, meanPoint, type Point, squareAround, squareOnHeight } from './geometry.ts';
import { openNetwork, outputOf } from './runtime.ts';

/**
 * 68 points of a face in image pixels, in iBUG order: 0-16 jaw, 17-26 brows, 27-35 nose, 36-41 the eye on the
 * picture's left, 42-47 the eye on its right (each: outer or inner corner, two of the upper lid, the other corner,
 * two of the lower lid), 48-59 outer lips, 60-67 inner lips.
 */
export type Landmarks = readonly Point[];

export type FaceLandmarker = {
  /** The points of the face in this box, which may be a detector's or one from `boxOfLandmarks`. */
  predict(image: GreyOrRgb, box: Box): Promise<Landmarks>;
};

const inputSide = 64;

/**
 * `input` [1,1,64,64] grey (0.299R+0.587G+0.114B)/256 of the square on the box's height; `output` [1,136], x and y
 * interleaved, 0..1 of that square.
 */
export async function loadFaceLandmarker(): Promise<FaceLandmarker> {
  const network = await openNetwork('face-landmarks', [1, 1, inputSide, inputSide]);
  return {
    async predict(image, box) {
      const square = squareOnHeight(box);
      const outputs = await network.run((grey) => {
        cropToGrey(image, square, inputSide, inputSide, grey);
        for (let at = 0; at < grey.length; at++) grey[at] = (grey[at] as number) / 256;
      });
      const places = outputOf(outputs, 'output');
      const side = square.right - square.left;
      return Array.from({ length: places.length / 2 }, (_, at) => ({
        x: square.left + (places[2 * at] as number) * side,
        y: square.top + (places[2 * at + 1] as number) * side,
      }));
    },
  };
}

// Where the detector's box lies around the 68 points: medians over 300 photos of LFW, 2026-11-23 (height over spread
// 3.38 to 3.97 between the 10th and the 90th of 100, shift down -0.12 to -0.07 of the height).
const heightOverSpread = 3.629;
const shiftRight = -0.009;
const shiftDown = -0.099;

/**
 * Where a detector would put its box: lets a face be followed from frame to frame without detecting it anew. It trembles
 * far less than a detector's own, because all 68 points hold it, not the outermost ones.
 */
export function boxOfLandmarks(landmarks: Landmarks): Box {
  const centre = meanPoint(landmarks);
  let squares = 0;
  for (const { x, y } of landmarks) squares += (x - centre.x) ** 2 + (y - centre.y) ** 2;
  const height = heightOverSpread * Math.sqrt(squares / landmarks.length);
  return squareAround({ x: centre.x + shiftRight * height, y: centre.y + shiftDown * height }, height);
}
