import type { Point } from '../../src/vision/geometry.ts';
import type { Picture } from '../support/video-encoder.ts';
import type { Triangle } from './triangles.ts';

/** A picture, and where in it the corners of a mesh lie. */
export type Texture = {
  readonly picture: Picture;
  readonly points: readonly Point[];
  /** One byte a pixel; where it is 0 nothing is drawn, and what was there before shows through. */
  readonly mask?: Uint8Array;
};

type Three = readonly [Point, Point, Point];

/** Draws a picture's triangles where the corners have gone to: affine within each, bilinear. Later ones cover earlier ones. */
export function drawMesh(
  from: Texture,
  into: Picture,
  places: readonly Point[],
  triangles: readonly Triangle[],
): void {
  for (const [a, b, c] of triangles) {
    const source: Three = [from.points[a]!, from.points[b]!, from.points[c]!];
    drawTriangle(from, source, into, [places[a]!, places[b]!, places[c]!]);
  }
}

/** A hair beyond the edge, so that no seam is left between neighbours. */
const hair = 1e-4;

function drawTriangle(texture: Texture, [p, q, r]: Three, into: Picture, [a, b, c]: Three): void {
  const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
  if (Math.abs(area) < 1e-6) return;
  const top = Math.max(0, Math.ceil(Math.min(a.y, b.y, c.y)));
  const bottom = Math.min(into.height - 1, Math.floor(Math.max(a.y, b.y, c.y)));
  // How the shares of b and c change from pixel to pixel of a row.
  const [stepB, stepC] = [(c.y - a.y) / area, (a.y - b.y) / area];
  const stepU = stepB * (q.x - p.x) + stepC * (r.x - p.x);
  const stepV = stepB * (q.y - p.y) + stepC * (r.y - p.y);
  for (let y = top; y <= bottom; y++) {
    const ofB = (-a.x * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area;
    const ofC = ((b.x - a.x) * (y - a.y) + a.x * (b.y - a.y)) / area;
    const within = insideOf(ofB, stepB, ofC, stepC, into.width);
    const u = p.x + ofB * (q.x - p.x) + ofC * (r.x - p.x);
    const v = p.y + ofB * (q.y - p.y) + ofC * (r.y - p.y);
    copyRow(texture, into, y, within, u, stepU, v, stepV);
  }
}

/** The pixels of a row in which all three shares are positive. */
function insideOf(
  ofB: number,
  stepB: number,
  ofC: number,
  stepC: number,
  width: number,
): readonly [first: number, last: number] {
  let [first, last] = [0, width - 1];
  const shares = [ofB, ofC, 1 - ofB - ofC];
  const steps = [stepB, stepC, -stepB - stepC];
  for (let at = 0; at < 3; at++) {
    const [share, step] = [shares[at]! + hair, steps[at]!];
    if (step > 0) first = Math.max(first, Math.ceil(-share / step));
    else if (step < 0) last = Math.min(last, Math.floor(-share / step));
    else if (share < 0) return [0, -1];
  }
  return [first, last];
}

/** Bilinear; beyond the picture's edge nothing is drawn. */
function copyRow(
  { picture, mask }: Texture,
  into: Picture,
  y: number,
  [first, last]: readonly [number, number],
  startU: number,
  stepU: number,
  startV: number,
  stepV: number,
): void {
  const { width, height, data: source } = picture;
  const { data } = into;
  let [u, v] = [startU + first * stepU, startV + first * stepV];
  let at = 3 * (y * into.width + first);
  const row = 3 * width;
  for (let x = first; x <= last; x++, at += 3, u += stepU, v += stepV) {
    if (!(u >= 0 && v >= 0 && u < width - 1 && v < height - 1)) continue;
    const left = u | 0;
    const above = v | 0;
    // The nearest pixel's.
    if (mask && mask[((v + 0.5) | 0) * width + ((u + 0.5) | 0)] === 0) continue;
    const fx = u - left;
    const fy = v - above;
    const w3 = fx * fy;
    const w1 = fx - w3;
    const w2 = fy - w3;
    const w0 = 1 - fx - w2;
    const place = above * row + 3 * left;
    const below = place + row;
    data[at] =
      source[place]! * w0 + source[place + 3]! * w1 + source[below]! * w2 + source[below + 3]! * w3 + 0.5;
    data[at + 1] =
      source[place + 1]! * w0 +
      source[place + 4]! * w1 +
      source[below + 1]! * w2 +
      source[below + 4]! * w3 +
      0.5;
    data[at + 2] =
      source[place + 2]! * w0 +
      source[place + 5]! * w1 +
      source[below + 2]! * w2 +
      source[below + 5]! * w3 +
      0.5;
  }
}
