import type { Landmarks } from '../../vision/face-landmarks.ts';
import { distanceBetween, meanPoint, type Point } from '../../vision/geometry.ts';
import { fitSimilarity } from '../../vision/warp.ts';
import type { Sighting } from '../face-watch.ts';
import { fitHomography } from './plane-fit.ts';

/**
 * A face's points over time after the best flat explanation was taken away: each frame is laid by a homography
 * onto the mean shape. A photo of a face, however it is held, lies still here but for the landmarks' own noise.
 */
export type FlattenedFace = {
  /** Points of each frame, in the mean shape's coordinates; its eyes stand one unit apart. */
  readonly frames: readonly (readonly Point[])[];
  /** The mean shape. */
  readonly shape: readonly Point[];
  /** How far the flat explanation had to bend the shape beyond turning, scaling and shifting it, rms in eye distances. */
  readonly bending: number;
};

/** Lids, brows, and the lips' corners and middles: near one plane in a face at rest. The flat fit rests on these. */
export const plane: readonly number[] = [
  ...[17, 18, 19, 20, 21, 22, 23, 24, 25, 26],
  ...[36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47],
  ...[48, 51, 54, 57],
];

/** Fewer frames than this (half a second) show no life one could measure. */
const leastFrames = 6;
const rounds = 3;

/** Null where there are too few sightings to say anything. */
export function flattenFace(sightings: readonly Sighting[]): FlattenedFace | null {
  if (sightings.length < leastFrames) return null;
  const steady = steadyLandmarks(sightings.map(({ landmarks }) => landmarks));
  let shape = unitShape(steady[Math.floor(steady.length / 2)]!);
  let frames: (readonly Point[])[] = [];
  for (let round = 0; round < rounds; round++) {
    frames = steady.map((landmarks) => layOnto(landmarks, shape));
    shape = meanShape(frames);
  }
  return { frames, shape, bending: bendingOf(steady, frames, shape) };
}

/** The median of each point over three frames: a single misplaced reading moves nothing. */
function steadyLandmarks(readings: readonly Landmarks[]): readonly (readonly Point[])[] {
  return readings.map((reading, at) => {
    const before = readings[Math.max(0, at - 1)]!;
    const behind = readings[Math.min(readings.length - 1, at + 1)]!;
    return reading.map((point, place) => ({
      x: middle(before[place]!.x, point.x, behind[place]!.x),
      y: middle(before[place]!.y, point.y, behind[place]!.y),
    }));
  });
}

function middle(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function unitShape(landmarks: readonly Point[]): readonly Point[] {
  const eye = (places: readonly number[]) => meanPoint(places.map((place) => landmarks[place]!));
  const left = eye([36, 37, 38, 39, 40, 41]);
  const right = eye([42, 43, 44, 45, 46, 47]);
  const unit = distanceBetween(left, right) || 1;
  const centre = meanPoint([left, right]);
  return landmarks.map(({ x, y }) => ({ x: (x - centre.x) / unit, y: (y - centre.y) / unit }));
}

function layOnto(landmarks: readonly Point[], shape: readonly Point[]): readonly Point[] {
  const map = fitHomography(pick(landmarks), pick(shape));
  return landmarks.map(map);
}

function meanShape(frames: readonly (readonly Point[])[]): readonly Point[] {
  return frames[0]!.map((_, place) => meanPoint(frames.map((frame) => frame[place]!)));
}

function bendingOf(
  steady: readonly (readonly Point[])[],
  frames: readonly (readonly Point[])[],
  shape: readonly Point[],
): number {
  let squares = 0;
  for (let at = 0; at < frames.length; at++) {
    const turned = pick(steady[at]!);
    const { a, b, shiftX, shiftY } = fitSimilarity(turned, pick(shape));
    const flattened = pick(frames[at]!);
    for (let place = 0; place < turned.length; place++) {
      const { x, y } = turned[place]!;
      squares += (a * x - b * y + shiftX - flattened[place]!.x) ** 2;
      squares += (b * x + a * y + shiftY - flattened[place]!.y) ** 2;
    }
  }
  return Math.sqrt(squares / (frames.length * plane.length));
}

function pick(points: readonly Point[]): readonly Point[] {
  return plane.map((place) => points[place]!);
}
