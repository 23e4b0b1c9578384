import type { Point } from '../../vision/geometry.ts';

/** A map of the plane onto itself. */
export type PlaneMap = (point: Point) => Point;

/**
 * The homography that maps `from` onto `to`: what a flat sheet looks like from elsewhere. Least squares of the direct linear
 * transform with h33 = 1 (Hartley and Zisserman, Multiple View Geometry, 2nd ed., §4.1), points centred and scaled
 * first (§4.4). Needs four points, no three on a line; throws when there is no solution.
 */
export function fitHomography(from: readonly Point[], to: readonly Point[]): PlaneMap {
  const source = frameOf(from);
  const target = frameOf(to);
  const normal = new Float64Array(64);
  const right = new Float64Array(8);
  for (let at = 0; at < from.length; at++) {
    const [x, y] = source.enter(from[at]!);
    const [u, v] = target.enter(to[at]!);
    addEquation(normal, right, [x, y, 1, 0, 0, 0, -u * x, -u * y], u);
    addEquation(normal, right, [0, 0, 0, x, y, 1, -v * x, -v * y], v);
  }
  const [a, b, c, d, e, f, g, h] = solveLinear(normal, right) as unknown as number[];
  return (point) => {
    const [x, y] = source.enter(point);
    const depth = g! * x + h! * y + 1;
    return target.leave((a! * x + b! * y + c!) / depth, (d! * x + e! * y + f!) / depth);
  };
}

/** Coordinates in which the points have mean 0 and deviation 1. */
function frameOf(points: readonly Point[]) {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point.x / points.length;
    y += point.y / points.length;
  }
  let squares = 0;
  for (const point of points) squares += (point.x - x) ** 2 + (point.y - y) ** 2;
  const scale = Math.sqrt(squares / (2 * points.length)) || 1;
  return {
    enter: (point: Point): [number, number] => [(point.x - x) / scale, (point.y - y) / scale],
    leave: (u: number, v: number): Point => ({ x: u * scale + x, y: v * scale + y }),
  };
}

/** Adds one equation, `row` times the unknowns is `value`, to the normal equations of least squares: square matrix and right side, in place. */
export function addEquation(
  normal: Float64Array,
  right: Float64Array,
  row: readonly number[],
  value: number,
  weight = 1,
): void {
  for (let i = 0; i < row.length; i++) {
    const weighed = weight * row[i]!;
    if (weighed === 0) continue;
    right[i]! += weighed * value;
    for (let j = 0; j < row.length; j++) normal[row.length * i + j]! += weighed * row[j]!;
  }
}

/** Solves a square system of linear equations by Gaussian elimination with partial pivoting, in place. Throws where it has no single solution. */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row * size + column]!) > Math.abs(matrix[pivot * size + column]!)) pivot = row;
    }
    if (Math.abs(matrix[pivot * size + column]!) < 1e-12)
      throw new Error('These points do not span a plane.');
    swapRows(matrix, right, column, pivot);
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row * size + column]! / matrix[column * size + column]!;
      for (let at = column; at < size; at++) matrix[row * size + at]! -= factor * matrix[column * size + at]!;
      right[row]! -= factor * right[column]!;
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let at = row + 1; at < size; at++) right[row]! -= matrix[row * size + at]! * right[at]!;
    right[row]! /= matrix[row * size + row]!;
  }
  return right;
}

function swapRows(matrix: Float64Array, right: Float64Array, first: number, second: number): void {
  if (first === second) return;
  const size = right.length;
  for (let at = 0; at < size; at++) {
    const kept = matrix[first * size + at]!;
    matrix[first * size + at] = matrix[second * size + at]!;
    matrix[second * size + at] = kept;
  }
  const kept = right[first]!;
  right[first] = right[second]!;
  right[second] = kept;
}
