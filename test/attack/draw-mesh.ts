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
    const ofA = 1 - ofB - ofC;
    // The pixels of the row in which all three shares are positive.
    const first = Math.max(0, firstOf(ofA, -stepB - stepC), firstOf(ofB, stepB), firstOf(ofC, stepC));
    const last = Math.min(
      into.width - 1,
      lastOf(ofA, -stepB - stepC),
      lastOf(ofB, stepB),
      lastOf(ofC, stepC),
    );
    if (first > last) continue;
    const u = p.x + ofB * (q.x - p.x) + ofC * (r.x - p.x) + first * stepU;
    const v = p.y + ofB * (q.y - p.y) + ofC * (r.y - p.y) + first * stepV;
    copyRow(texture, into, y, first, last, u, stepU, v, stepV);
  }
}

/** The first pixel of a row in which a share is positive that grows by `step`; the row's beginning where it shrinks. */
function firstOf(share: number, step: number): number {
  if (step > 0) return Math.ceil(-(share + hair) / step);
  return step === 0 && share + hair < 0 ? Number.POSITIVE_INFINITY : 0;
}

function lastOf(share: number, step: number): number {
  return step < 0 ? Math.floor(-(share + hair) / step) : Number.POSITIVE_INFINITY;
}

/** A pixel in fixed point, 16 bits behind it. */
const one = 65_536;

/**
 * Bilinear, the four weights in 256ths of each way: a shade off at most. Beyond the picture's edge nothing is drawn. The lab's
 * busiest loop, so whole numbers only.
 */
function copyRow(
  { picture, mask }: Texture,
  into: Picture,
  y: number,
  first: number,
  last: number,
  startU: number,
  startStepU: number,
  startV: number,
  startStepV: number,
): void {
  const { width, height, data: source } = picture;
  const { data } = into;
  const [endU, endV] = [(width - 1) * one, (height - 1) * one];
  let [u, v] = [Math.round(startU * one) | 0, Math.round(startV * one) | 0];
  const [stepU, stepV] = [Math.round(startStepU * one) | 0, Math.round(startStepV * one) | 0];
  const row = 3 * width;
  const end = 3 * (y * into.width + last);
  for (let at = 3 * (y * into.width + first); at <= end; at += 3, u = (u + stepU) | 0, v = (v + stepV) | 0) {
    if (u < 0 || v < 0 || u >= endU || v >= endV) continue;
    // The nearest pixel's.
    if (mask && mask[((v + 32_768) >> 16) * width + ((u + 32_768) >> 16)] === 0) continue;
    const fx = (u >> 8) & 255;
    const fy = (v >> 8) & 255;
    const w3 = Math.imul(fx, fy);
    const w1 = (fx << 8) - w3;
    const w2 = (fy << 8) - w3;
    const w0 = one - (fx << 8) - w2;
    const place = Math.imul(v >> 16, row) + 3 * (u >> 16);
    const below = place + row;
    data[at] =
      (Math.imul(source[place]!, w0) +
        Math.imul(source[place + 3]!, w1) +
        Math.imul(source[below]!, w2) +
        Math.imul(source[below + 3]!, w3) +
        32_768) >>
      16;
    data[at + 1] =
      (Math.imul(source[place + 1]!, w0) +
        Math.imul(source[place + 4]!, w1) +
        Math.imul(source[below + 1]!, w2) +
        Math.imul(source[below + 4]!, w3) +
        32_768) >>
      16;
    data[at + 2] =
      (Math.imul(source[place + 2]!, w0) +
        Math.imul(source[place + 5]!, w1) +
        Math.imul(source[below + 2]!, w2) +
        Math.imul(source[below + 5]!, w3) +
        32_768) >>
      16;
  }
}
