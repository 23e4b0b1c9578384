import { distanceBetween, type Point } from '../geometry.ts';

/** Left top, right top, right bottom, left bottom of something upright. */
export type Corners = readonly [Point, Point, Point, Point];

/** x = (xAcross u + xDown v + xStart) / depth, y likewise, depth = depthAcross u + depthDown v + 1. */
export type Perspective = {
  readonly xAcross: number;
  readonly xDown: number;
  readonly xStart: number;
  readonly yAcross: number;
  readonly yDown: number;
  readonly yStart: number;
  readonly depthAcross: number;
  readonly depthDown: number;
};

/** The perspective that puts the unit square onto four corners (P. Heckbert, 1989, "Fundamentals of texture mapping", §2.2.3). */
export function perspectiveOnto([a, b, c, d]: Corners): Perspective {
  const [skewX, skewY] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
  const [rightX, rightY] = [b.x - c.x, b.y - c.y];
  const [lowerX, lowerY] = [d.x - c.x, d.y - c.y];
  const area = rightX * lowerY - lowerX * rightY;
  const depthAcross = (skewX * lowerY - lowerX * skewY) / area;
  const depthDown = (rightX * skewY - skewX * rightY) / area;
  return {
    xAcross: b.x - a.x + depthAcross * b.x,
    xDown: d.x - a.x + depthDown * d.x,
    xStart: a.x,
    yAcross: b.y - a.y + depthAcross * b.y,
    yDown: d.y - a.y + depthDown * d.y,
    yStart: a.y,
    depthAcross,
    depthDown,
  };
}

/** Where a place of the unit square comes to lie. */
export function project(perspective: Perspective, u: number, v: number): Point {
  const { xAcross, xDown, xStart, yAcross, yDown, yStart, depthAcross, depthDown } = perspective;
  const depth = depthAcross * u + depthDown * v + 1;
  return {
    x: (xAcross * u + xDown * v + xStart) / depth,
    y: (yAcross * u + yDown * v + yStart) / depth,
  };
}

/** The way back: what `perspective` put at a place came from there. By the adjugate, since scale does not matter. */
export function inverseOf(perspective: Perspective): Perspective {
  const { xAcross: a, xDown: b, xStart: c, yAcross: d, yDown: e, yStart: f } = perspective;
  const { depthAcross: g, depthDown: h } = perspective;
  const whole = a * e - b * d;
  return {
    xAcross: (e - f * h) / whole,
    xDown: (c * h - b) / whole,
    xStart: (b * f - c * e) / whole,
    yAcross: (f * g - d) / whole,
    yDown: (a - c * g) / whole,
    yStart: (c * d - a * f) / whole,
    depthAcross: (d * h - e * g) / whole,
    depthDown: (b * g - a * h) / whole,
  };
}

/** Width over height of what lies between four corners, as far as it can be seen: the means of opposite sides. */
export function aspectOf([a, b, c, d]: Corners): number {
  return (distanceBetween(a, b) + distanceBetween(d, c)) / (distanceBetween(a, d) + distanceBetween(b, c));
}

/** The same corners with the lower edge on top. */
export function turnedOver([a, b, c, d]: Corners): Corners {
  return [c, d, a, b];
}
