import type { MeshPoint } from './face-meshes.ts';

/** Light on a grid of every `step` pixels; NaN where no face is. */
export type MeshRelief = {
  readonly columns: number;
  readonly rows: number;
  readonly step: number;
  readonly light: Float32Array;
};

const step = 4;

/**
 * How squarely each place of a face looks into the camera, where the screen is: the cosine that Lambert's law asks for, between normals of the mesh's points. `depth` scales
 * how far the face stands out: 1 as it was measured, 0 a sheet.
 */
export function relieveMesh(
  mesh: readonly MeshPoint[],
  triangles: readonly number[],
  { width, height, depth }: { readonly width: number; readonly height: number; readonly depth: number },
): MeshRelief {
  const points = mesh.map(([x, y, z]): MeshPoint => [x, y, z * depth]);
  const facing = facingOf(points, triangles);
  const [columns, rows] = [Math.ceil(width / step) + 1, Math.ceil(height / step) + 1];
  const light = new Float32Array(columns * rows).fill(Number.NaN);
  for (let at = 0; at < triangles.length; at += 3) {
    const corners = [triangles[at]!, triangles[at + 1]!, triangles[at + 2]!] as const;
    const [a, b, c] = corners.map((corner) => points[corner]!) as [MeshPoint, MeshPoint, MeshPoint];
    const area = (b[1] - c[1]) * (a[0] - c[0]) + (c[0] - b[0]) * (a[1] - c[1]);
    if (Math.abs(area) < 1e-6) continue;
    const within = (axis: 0 | 1, last: number) => {
      const values = [a[axis], b[axis], c[axis]].map((value) => value / step);
      return [
        Math.max(0, Math.floor(Math.min(...values))),
        Math.min(last, Math.ceil(Math.max(...values))),
      ] as const;
    };
    const [[left, right], [top, bottom]] = [within(0, columns - 1), within(1, rows - 1)];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const [x, y] = [column * step - c[0], row * step - c[1]];
        const ofA = ((b[1] - c[1]) * x + (c[0] - b[0]) * y) / area;
        const ofB = ((c[1] - a[1]) * x + (a[0] - c[0]) * y) / area;
        const shares = [ofA, ofB, 1 - ofA - ofB];
        if (shares.some((share) => share < -0.01)) continue;
        light[row * columns + column] = shares.reduce(
          (sum, share, corner) => sum + share * facing[corners[corner]!]!,
          0,
        );
      }
    }
  }
  return { columns, rows, step, light };
}

/** For each point the part of its normal that looks into the camera, 0 to 1; a normal is the mean of its triangles', by their areas. */
function facingOf(points: readonly MeshPoint[], triangles: readonly number[]): Float32Array {
  const normals = points.map(() => [0, 0, 0]);
  for (let at = 0; at < triangles.length; at += 3) {
    const corners = [triangles[at]!, triangles[at + 1]!, triangles[at + 2]!];
    const [a, b, c] = corners.map((corner) => points[corner]!) as [MeshPoint, MeshPoint, MeshPoint];
    const [u, v] = [b, c].map((point) => point.map((value, axis) => value - a[axis]!)) as [
      number[],
      number[],
    ];
    const normal = [
      u[1]! * v[2]! - u[2]! * v[1]!,
      u[2]! * v[0]! - u[0]! * v[2]!,
      u[0]! * v[1]! - u[1]! * v[0]!,
    ];
    // Whichever way the corners run, a face looks to the camera.
    const sign = normal[2]! < 0 ? -1 : 1;
    for (const corner of corners) {
      for (let axis = 0; axis < 3; axis++) normals[corner]![axis]! += sign * normal[axis]!;
    }
  }
  return Float32Array.from(normals, (normal) => Math.max(0, normal[2]! / (Math.hypot(...normal) || 1)));
}
