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

/** Draws a picture's triangles where the corners have gone to: affine within each, bilinear. Later ones cover earlier ones. */
export function drawMesh(
  from: Texture,
  into: Picture,
  places: readonly Point[],
  triangles: readonly Triangle[],
): void {
  for (const triangle of triangles) {
    const source = triangle.map((corner) => from.points[corner]!);
    const target = triangle.map((corner) => places[corner]!);
    drawTriangle(from, source, into, target);
  }
}

function drawTriangle(
  texture: Texture,
  source: readonly Point[],
  into: Picture,
  target: readonly Point[],
): void {
  const [a, b, c] = target as [Point, Point, Point];
  const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
  if (Math.abs(area) < 1e-6) return;
  const [p, q, r] = source as [Point, Point, Point];
  const top = Math.max(0, Math.ceil(Math.min(a.y, b.y, c.y)));
  const bottom = Math.min(into.height - 1, Math.floor(Math.max(a.y, b.y, c.y)));
  const left = Math.max(0, Math.ceil(Math.min(a.x, b.x, c.x)));
  const right = Math.min(into.width - 1, Math.floor(Math.max(a.x, b.x, c.x)));
  // A hair beyond the edge, so that no seam is left between neighbours.
  const least = -1e-4;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const ofB = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area;
      const ofC = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / area;
      const ofA = 1 - ofB - ofC;
      if (ofA < least || ofB < least || ofC < least) continue;
      const u = ofA * p.x + ofB * q.x + ofC * r.x;
      const v = ofA * p.y + ofB * q.y + ofC * r.y;
      copyPixel(texture, u, v, into.data, 3 * (y * into.width + x));
    }
  }
}

/** Bilinear; beyond the picture's edge nothing is drawn. */
function copyPixel({ picture, mask }: Texture, u: number, v: number, data: Uint8Array, at: number): void {
  const { width, height, data: source } = picture;
  if (!(u >= 0 && v >= 0 && u < width - 1 && v < height - 1)) return;
  const [left, top] = [u | 0, v | 0];
  if (mask && mask[top * width + left] === 0) return;
  const [fx, fy] = [u - left, v - top];
  const place = 3 * (top * width + left);
  const below = place + 3 * width;
  for (let colour = 0; colour < 3; colour++) {
    const upper = source[place + colour]! * (1 - fx) + source[place + 3 + colour]! * fx;
    const lower = source[below + colour]! * (1 - fx) + source[below + 3 + colour]! * fx;
    data[at + colour] = upper * (1 - fy) + lower * fy + 0.5;
  }
}
