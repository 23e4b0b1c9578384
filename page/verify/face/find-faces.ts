import type { Planes, Weights } from './convolve.ts';
import { type Answer, runNetwork } from './network.ts';

/** A face, in parts of the picture's width and height. */
export type Face = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** How sure the network is, 0 to 1. */
  readonly score: number;
};

/** As the server's own (`src/vision/face-detect.ts`). */
const leastScore = 0.65;
const sameFaceOverlap = 0.4;

/** For each grid, how many pixels apart its points are, and how large the boxes are that it moves and stretches. */
const grids = [
  { stride: 8, sizes: [10, 16, 24] },
  { stride: 16, sizes: [32, 48] },
  { stride: 32, sizes: [64, 96] },
  { stride: 64, sizes: [128, 192, 256] },
] as const;

/** By how much places and sizes were divided when the network was trained (UltraFace, `center_variance`, `size_variance`). */
const placeStep = 0.1;
const sizeStep = 0.2;

/** RGBA in rows to the planes that the network takes; the fourth, which makes sums come out even, stays empty. */
export function planesOf(rgba: Uint8ClampedArray, width: number, height: number): Planes {
  const pixels = width * height;
  const data = new Float32Array(4 * pixels);
  for (let at = 0; at < pixels; at++)
    for (let colour = 0; colour < 3; colour++)
      data[colour * pixels + at] = (rgba[4 * at + colour]! - 127) / 128;
  return { width, height, data };
}

/** Faces of upright heads in a picture of any shape and about 20,000 pixels, the surest first. */
export function findFaces(weights: readonly Weights[], picture: Planes): readonly Face[] {
  const found = runNetwork(weights, picture).flatMap((answer, nth) => readGrid(answer, nth, picture));
  const kept: Face[] = [];
  for (const face of found.sort((one, other) => other.score - one.score))
    if (kept.every((other) => overlapOf(face, other) <= sameFaceOverlap)) kept.push(face);
  return kept;
}

function readGrid({ scores, places }: Answer, nth: number, { width, height }: Planes): Face[] {
  const { stride, sizes } = grids[nth]!;
  const points = scores.width * scores.height;
  const faces: Face[] = [];
  for (let at = 0; at < sizes.length * points; at++) {
    const [box, point] = [Math.floor(at / points), at % points];
    const of = (planes: Planes, each: number, which: number) =>
      planes.data[(box * each + which) * points + point]!;
    const score = 1 / (1 + Math.exp(of(scores, 2, 0) - of(scores, 2, 1)));
    if (score <= leastScore) continue;
    const size = sizes[box]!;
    const x = ((point % scores.width) + 0.5) * stride + of(places, 4, 0) * placeStep * size;
    const y = (Math.floor(point / scores.width) + 0.5) * stride + of(places, 4, 1) * placeStep * size;
    const halfWidth = (Math.exp(of(places, 4, 2) * sizeStep) * size) / 2;
    const halfHeight = (Math.exp(of(places, 4, 3) * sizeStep) * size) / 2;
    const [left, right] = [(x - halfWidth) / width, (x + halfWidth) / width];
    faces.push({ left, right, top: (y - halfHeight) / height, bottom: (y + halfHeight) / height, score });
  }
  return faces;
}

type Box = Omit<Face, 'score'>;

/** Of two boxes: what they share, in parts of what they cover together. */
export function overlapOf(one: Box, other: Box): number {
  const shared = sharedArea(one, other);
  return shared / (areaOf(one) + areaOf(other) - shared);
}

/** How much of a box lies in another one, 0 to 1. */
export function shareWithin(box: Box, other: Box): number {
  return sharedArea(box, other) / areaOf(box);
}

function areaOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

function sharedArea(one: Box, other: Box): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, across) * Math.max(0, down);
}
