import type { Point } from '../geometry.ts';

/** A turned rectangle. `angleRadians` is the direction of `width`, which is the longer side. */
export type TurnedRectangle = {
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
  readonly angleRadians: number;
};

/**
 * The turned rectangle of least area around points: one of its sides lies on a side of their convex hull
 * (H. Freeman and R. Shapira, 1975). `points` must not be empty.
 */
export function leastRectangle(points: readonly Point[]): TurnedRectangle {
  const hull = convexHull(points);
  let best: TurnedRectangle | null = null;
  for (let at = 0; at < hull.length; at++) {
    const from = hull[at] as Point;
    const to = hull[(at + 1) % hull.length] as Point;
    const found = rectangleAlong(hull, Math.atan2(to.y - from.y, to.x - from.x));
    if (!best || found.width * found.height < best.width * best.height) best = found;
  }
  return longerSideFirst(best as TurnedRectangle);
}

function rectangleAlong(hull: readonly Point[], angleRadians: number): TurnedRectangle {
  const cos = Math.cos(angleRadians);
  const sin = Math.sin(angleRadians);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of hull) {
    const u = x * cos + y * sin;
    const v = y * cos - x * sin;
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  const u = (left + right) / 2;
  const v = (top + bottom) / 2;
  const centre = { x: u * cos - v * sin, y: u * sin + v * cos };
  return { centre, width: right - left, height: bottom - top, angleRadians };
}

/** The same rectangle with its width the longer side and its direction within -90 (excluded) to 90 degrees. */
function longerSideFirst(rectangle: TurnedRectangle): TurnedRectangle {
  const isWide = rectangle.width >= rectangle.height;
  const angle = rectangle.angleRadians + (isWide ? 0 : Math.PI / 2);
  return {
    centre: rectangle.centre,
    width: Math.max(rectangle.width, rectangle.height),
    height: Math.min(rectangle.width, rectangle.height),
    angleRadians: halfTurn(angle),
  };
}

/** A direction without its sense, over -90 (excluded) to 90 degrees. */
export function halfTurn(angleRadians: number): number {
  const turned = angleRadians - Math.PI * Math.round(angleRadians / Math.PI);
  return turned <= -Math.PI / 2 ? turned + Math.PI : turned;
}

/** Corners of the convex hull, in order (A. M. Andrew's monotone chain, 1979). */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((first, second) => first.x - second.x || first.y - second.y);
  if (sorted.length < 3) return sorted;
  const lower = chainOf(sorted);
  const upper = chainOf(sorted.toReversed());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function chainOf(sorted: readonly Point[]): readonly Point[] {
  const chain: Point[] = [];
  for (const point of sorted) {
    while (chain.length > 1 && !turnsLeft(chain.at(-2) as Point, chain.at(-1) as Point, point)) chain.pop();
    chain.push(point);
  }
  return chain;
}

function turnsLeft(first: Point, second: Point, third: Point): boolean {
  return (second.x - first.x) * (third.y - first.y) - (second.y - first.y) * (third.x - first.x) > 0;
}
