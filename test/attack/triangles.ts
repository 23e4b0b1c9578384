import type { Point } from '../../src/vision/geometry.ts';

/** Places of three corners in a list of points. */
export type Triangle = readonly [number, number, number];

/**
 * Delaunay's triangles of some points, by inserting them one by one (Bowyer 1981, Watson 1981). For a hundred points; the
 * time grows with their square.
 */
export function triangulate(points: readonly Point[]): readonly Triangle[] {
  const far = 1e5;
  const all = [...points, { x: -far, y: -far }, { x: far, y: -far }, { x: 0, y: far }];
  const count = points.length;
  let triangles: Triangle[] = [[count, count + 1, count + 2]];
  for (let at = 0; at < count; at++) {
    const hit = triangles.filter((triangle) => isInCircle(all, triangle, all[at]!));
    const kept = triangles.filter((triangle) => !hit.includes(triangle));
    triangles = [...kept, ...rimOf(hit).map(([from, to]): Triangle => [from, to, at])];
  }
  return triangles.filter((triangle) => triangle.every((corner) => corner < count));
}

/** The edges that belong to one of the triangles only. */
function rimOf(triangles: readonly Triangle[]): readonly (readonly [number, number])[] {
  const edges = triangles.flatMap(
    ([a, b, c]) =>
      [
        [a, b],
        [b, c],
        [c, a],
      ] as const,
  );
  const keyOf = (from: number, to: number) => (from < to ? `${from} ${to}` : `${to} ${from}`);
  const counts = new Map<string, number>();
  for (const [from, to] of edges) counts.set(keyOf(from, to), (counts.get(keyOf(from, to)) ?? 0) + 1);
  return edges.filter(([from, to]) => counts.get(keyOf(from, to)) === 1);
}

function isInCircle(points: readonly Point[], [a, b, c]: Triangle, { x, y }: Point): boolean {
  const [first, second, third] = [points[a]!, points[b]!, points[c]!];
  const [ax, ay] = [first.x - x, first.y - y];
  const [bx, by] = [second.x - x, second.y - y];
  const [cx, cy] = [third.x - x, third.y - y];
  const determinant =
    (ax * ax + ay * ay) * (bx * cy - cx * by) -
    (bx * bx + by * by) * (ax * cy - cx * ay) +
    (cx * cx + cy * cy) * (ax * by - bx * ay);
  const turn = (second.x - first.x) * (third.y - first.y) - (third.x - first.x) * (second.y - first.y);
  return turn > 0 ? determinant > 0 : determinant < 0;
}
