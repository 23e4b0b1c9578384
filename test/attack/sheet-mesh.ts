import type { Point } from '../../src/vision/geometry.ts';
import type { SheetPose } from '../support/held-sheet.ts';
import { camera } from '../support/sheet-camera.ts';
import type { Triangle } from './triangles.ts';

/** A sheet of paper, flat or rolled about its upright middle. Lengths in sheet widths. */
export type SheetForm = {
  /** Height over width. */
  readonly aspect: number;
  /** Width in the camera's picture at distance 1, pixels. */
  readonly widthPixels: number;
  /** 1 over the radius: 0 flat, 2 half a tube. Negative: hollow to the camera. */
  readonly curvature: number;
};

const across = 20;
const downwards = 12;

/** The mesh's corners as shares of the sheet, row by row. */
export const sheetCorners: readonly Point[] = Array.from(
  { length: (across + 1) * (downwards + 1) },
  (_, at) => ({
    x: (at % (across + 1)) / across,
    y: Math.floor(at / (across + 1)) / downwards,
  }),
);

export const sheetTriangles: readonly Triangle[] = Array.from({ length: across * downwards }, (_, at) => {
  const corner = Math.floor(at / across) * (across + 1) + (at % across);
  const below = corner + across + 1;
  return [
    [corner, corner + 1, below],
    [corner + 1, below + 1, below],
  ] as const;
}).flat();

/** Where the camera sees the corners of the sheet (pinhole, the focal length of a phone's front camera). */
export function projectSheet(
  { aspect, widthPixels, curvature }: SheetForm,
  pose: SheetPose,
): readonly Point[] {
  const { focalPixels, width, height } = camera;
  const far = (focalPixels / widthPixels) * pose.distance;
  const [cosX, sinX, cosY, sinY] = [pose.tiltX, pose.tiltY].flatMap((tilt) => [
    Math.cos(tilt),
    Math.sin(tilt),
  ]) as [number, number, number, number];
  const [cosR, sinR] = [Math.cos(pose.roll), Math.sin(pose.roll)];
  return sheetCorners.map((corner) => {
    const { x, z } = rolled(corner.x - 0.5, curvature);
    const y = (corner.y - 0.5) * aspect;
    const [turnedX, behind] = [x * cosY + z * sinY, z * cosY - x * sinY];
    const [turnedY, depth] = [y * cosX - behind * sinX, behind * cosX + y * sinX];
    const away = far + depth;
    const right = turnedX * cosR - turnedY * sinR + pose.x * far;
    const down = turnedX * sinR + turnedY * cosR + pose.y * far;
    return { x: width / 2 + (focalPixels * right) / away, y: height / 2 + (focalPixels * down) / away };
  });
}

function rolled(x: number, curvature: number): { x: number; z: number } {
  if (Math.abs(curvature) < 1e-3) return { x, z: 0 };
  return { x: Math.sin(x * curvature) / curvature, z: (1 - Math.cos(x * curvature)) / curvature };
}

/** Where a point of the sheet (shares of its width and height) is seen, given where the corners are. */
export function sheetPoint(places: readonly Point[], { x, y }: Point): Point {
  const [column, row] = [
    Math.min(across - 1, Math.floor(x * across)),
    Math.min(downwards - 1, Math.floor(y * downwards)),
  ];
  const [right, down] = [x * across - column, y * downwards - row];
  const corner = row * (across + 1) + column;
  const between = (from: Point, to: Point, share: number): Point => ({
    x: from.x + share * (to.x - from.x),
    y: from.y + share * (to.y - from.y),
  });
  const above = between(places[corner]!, places[corner + 1]!, right);
  const below = between(places[corner + across + 1]!, places[corner + across + 2]!, right);
  return between(above, below, down);
}
