import type { Landmarks } from '../../../vision/face-landmarks.ts';
import { meanPoint, type Point } from '../../../vision/geometry.ts';
import { medianOf } from '../../median.ts';
import { eyeAxisOf } from '../eye-axis.ts';

/** Some of a face's points with the eyes on the x axis, one unit apart, their middle at the origin; y runs down. */
export type LevelFace = readonly Point[];

/**
 * Takes place, size and roll out of a face, of which the points at `places` are kept. See `EyeAxis`.
 */
export function levelFace(landmarks: Landmarks, places: readonly number[]): LevelFace {
  const { left, right, unit, across } = eyeAxisOf(landmarks);
  const [cosine, sine] = [across.x, across.y];
  const middle = meanPoint([left, right]);
  return places.map((place) => {
    const [dx, dy] = [landmarks[place]!.x - middle.x, landmarks[place]!.y - middle.y];
    return { x: (dx * cosine + dy * sine) / unit, y: (dy * cosine - dx * sine) / unit };
  });
}

/** The person's own face as it mostly is, point by point the median: a movement of a second or two leaves no trace in it. */
export function usualFace(faces: readonly LevelFace[]): LevelFace {
  return faces[0]!.map((_, place) => ({
    x: medianOf(faces.map((face) => face[place]!.x)),
    y: medianOf(faces.map((face) => face[place]!.y)),
  }));
}
