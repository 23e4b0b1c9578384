import { trimmedRootMeanSquare } from '../median.ts';
import { type FlattenedFace, plane } from './flattened-face.ts';

/** How much lids, brows and lips moved against each other, beyond what any flat picture can do. */
export type ShapeChange = {
  /** Root mean square over points and frames, in eye distances, without the tenth of the frames that changed most. */
  readonly change: number;
};

/**
 * Source: our own measurement (docs/liveness.md), after the idea that a plane's views are related by a homography and a
 * talking, blinking, frowning face's are not.
 * Cost: 0.1 ms a frame. The frames that changed most are left out, because a hand before a photo for a moment
 * makes the landmarks jump.
 */
export function measureShapeChange({ frames, shape }: FlattenedFace): ShapeChange {
  const squares = frames.map((frame) => {
    let sum = 0;
    for (const place of plane) {
      sum += (frame[place]!.x - shape[place]!.x) ** 2 + (frame[place]!.y - shape[place]!.y) ** 2;
    }
    return sum / plane.length;
  });
  return { change: trimmedRootMeanSquare(squares) };
}
