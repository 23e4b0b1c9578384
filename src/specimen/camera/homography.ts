import type { Point } from '../../vision/geometry.ts';

/** Nine numbers, row by row, that take a point (x, y, 1) to another plane. */
export type Homography = readonly number[];

/** The homography that takes each of four points to its partner. Throws when three of them lie on a line. */
export function homographyOf(from: readonly Point[], to: readonly Point[]): Homography {
  const rows: number[][] = [];
  from.forEach(({ x, y }, at) => {
    const { x: u, y: v } = to[at] as Point;
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  });
  return [...solve(rows), 1];
}

/** Gauss and Jordan with row pivots; each row holds its coefficients and the right side. */
function solve(rows: number[][]): readonly number[] {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const rest = rows.slice(column).map((row) => Math.abs(row[column] as number));
    const best = column + rest.indexOf(Math.max(...rest));
    [rows[column], rows[best]] = [rows[best] as number[], rows[column] as number[]];
    const pivot = rows[column] as number[];
    const lead = pivot[column] as number;
    if (Math.abs(lead) < 1e-12) throw new Error('Three of the four points lie on a line.');
    for (let at = 0; at <= size; at++) pivot[at] = (pivot[at] as number) / lead;
    for (const row of rows) {
      if (row === pivot) continue;
      const share = row[column] as number;
      for (let at = 0; at <= size; at++) row[at] = (row[at] as number) - share * (pivot[at] as number);
    }
  }
  return rows.map((row) => row[size] as number);
}

export function mapPoint(h: Homography, { x, y }: Point): Point {
  const [a, b, c, d, e, f, g, i, j] = h as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const w = g * x + i * y + j;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}
