import type { Point } from '../../src/vision/geometry.ts';
import { camera } from '../support/sheet-camera.ts';
import type { Picture } from '../support/video-encoder.ts';
import { drawMesh } from './draw-mesh.ts';

/** A similarity in the plane: scaled, turned, shifted. */
export type Similarity = {
  readonly cos: number;
  readonly sin: number;
  readonly x: number;
  readonly y: number;
};

export function place({ cos, sin, x, y }: Similarity, point: Point): Point {
  return { x: cos * point.x - sin * point.y + x, y: sin * point.x + cos * point.y + y };
}

/** Takes two points to two others. */
export function similarityOf(from: readonly [Point, Point], to: readonly [Point, Point]): Similarity {
  const [dx, dy] = [from[1].x - from[0].x, from[1].y - from[0].y];
  const [ex, ey] = [to[1].x - to[0].x, to[1].y - to[0].y];
  const squared = dx * dx + dy * dy;
  const cos = (ex * dx + ey * dy) / squared;
  const sin = (ey * dx - ex * dy) / squared;
  return {
    cos,
    sin,
    x: to[0].x - cos * from[0].x + sin * from[0].y,
    y: to[0].y - sin * from[0].x - cos * from[0].y,
  };
}

/** Draws the whole of a picture where a similarity takes it. */
export function drawPicture(picture: Picture, into: Picture, where: Similarity): void {
  const corners = cornersOf(picture);
  const places = corners.map((corner) => place(where, corner));
  drawMesh({ picture, points: corners }, into, places, [
    [0, 1, 2],
    [0, 2, 3],
  ]);
}

/** Round the picture: top left, top right, bottom right, bottom left. */
export function cornersOf({ width, height }: Picture): readonly Point[] {
  const [right, bottom] = [width - 1.001, height - 1.001];
  return [
    { x: 0, y: 0 },
    { x: right, y: 0 },
    { x: right, y: bottom },
    { x: 0, y: bottom },
  ];
}

/** A picture of the camera's size, of one colour. */
export function emptyPicture(color: readonly [number, number, number] = [0, 0, 0]): Picture {
  const { width, height } = camera;
  const data = new Uint8Array(3 * width * height);
  if (color.some((part) => part !== 0)) {
    data.set(color);
    // What is filled is copied behind itself, twice as much each time.
    for (let filled = 3; filled < data.length; filled *= 2) data.copyWithin(filled, 0, filled);
  }
  return { width, height, data };
}

/** Scaled so that it fills the camera's picture, and cut to it, `zoom` times larger than it must. */
export function coverCamera(picture: Picture, zoom = 1): Picture {
  const { width, height } = camera;
  const scale = zoom * Math.max(width / (picture.width - 2), height / (picture.height - 2));
  const into = emptyPicture();
  const x = (width - scale * picture.width) / 2;
  const y = (height - scale * picture.height) / 2;
  drawPicture(picture, into, { cos: scale, sin: 0, x, y });
  return into;
}

export function copyOf({ width, height, data }: Picture): Picture {
  return { width, height, data: data.slice() };
}
