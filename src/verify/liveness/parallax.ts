import { meanPoint } from '../../vision/geometry.ts';
import { trimmedRootMeanSquare } from '../median.ts';
import type { FlattenedFace } from './flattened-face.ts';

/** How far the nose moved over the plane of eyes and lips. */
export type Parallax = {
  /** Root mean square of the nose's way from its mean place, in eye distances, without the tenth of frames farthest off. */
  readonly noseShift: number;
};

/** Bridge, tip and nostrils: they stand about a third of an eye distance before the eyes. */
const nose: readonly number[] = [28, 29, 30, 31, 32, 33, 34, 35];

/**
 * A head that turns carries its nose across its eyes; a sheet carries both alike. Turning by 3 degrees shifts the nose by about
 * 0.02 eye distances (it stands out by 22 mm, eyes are 63 mm apart: means of adult faces, ISO/TR 7250-2).
 * Cost: nothing beside the flattening.
 */
export function measureParallax({ frames }: FlattenedFace): Parallax {
  const places = frames.map((frame) => meanPoint(nose.map((place) => frame[place]!)));
  const centre = meanPoint(places);
  const squares = places.map(({ x, y }) => (x - centre.x) ** 2 + (y - centre.y) ** 2);
  return { noseShift: trimmedRootMeanSquare(squares) };
}
