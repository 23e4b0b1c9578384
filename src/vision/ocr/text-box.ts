import type { Box, Point } from '../geometry.ts';

/** A place where a line of text stands: a rectangle turned with it, in pixels. */
export type TextBox = {
  readonly centre: Point;
  /** Along the line. */
  readonly width: number;
  /** Across the line, with the room that the detector leaves around the letters. */
  readonly height: number;
  /** From the x axis to the line's direction, clockwise as seen, over -90 to 90 degrees: which end is first is not known. */
  readonly angleRadians: number;
  /** Mean probability of text inside, 0 to 1. */
  readonly score: number;
};

/** The place at shares of the box's width and height, each from -0.5 to 0.5 around its centre. */
export function placeIn(box: TextBox, along: number, across: number): Point {
  const cos = Math.cos(box.angleRadians);
  const sin = Math.sin(box.angleRadians);
  const u = along * box.width;
  const v = across * box.height;
  return { x: box.centre.x + u * cos - v * sin, y: box.centre.y + u * sin + v * cos };
}

/** Corners in the order left top, right top, right bottom, left bottom as the line is read. */
export function cornersOf(box: TextBox): readonly Point[] {
  return [placeIn(box, -0.5, -0.5), placeIn(box, 0.5, -0.5), placeIn(box, 0.5, 0.5), placeIn(box, -0.5, 0.5)];
}

/** The least upright rectangle around it. */
export function boundsOf(box: TextBox): Box {
  const corners = cornersOf(box);
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The same place upside down. */
export function turnedOver(box: TextBox): TextBox {
  return { ...box, angleRadians: box.angleRadians + Math.PI };
}
