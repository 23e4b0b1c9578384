/** A place in an image, in pixels from its top left corner; whole numbers are the left and upper edges of pixels. */
export type Point = { readonly x: number; readonly y: number };

/** An upright rectangle in an image, in pixels. It may reach beyond the image. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export function widthOf(box: Box): number {
  return box.right - box.left;
}

export function heightOf(box: Box): number {
  return box.bottom - box.top;
}

export function centreOf(box: Box): Point {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

export function squareAround(centre: Point, side: number): Box {
  return {
    left: centre.x - side / 2,
    top: centre.y - side / 2,
    right: centre.x + side / 2,
    bottom: centre.y + side / 2,
  };
}

/** A square with the box's centre, its side the box's height times `scale`. */
export function squareOnHeight(box: Box, scale = 1): Box {
  return squareAround(centreOf(box), heightOf(box) * scale);
}

/** The smallest box around some boxes. */
export function boundsAround(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** Intersection over union of two boxes, 0 to 1. */
export function overlapOf(first: Box, second: Box): number {
  const shared = sharedArea(first, second);
  return shared / (areaOf(first) + areaOf(second) - shared);
}

/** How much of a box lies in another one, 0 to 1. */
export function shareWithin(box: Box, other: Box): number {
  return sharedArea(box, other) / areaOf(box);
}

function areaOf(box: Box): number {
  return widthOf(box) * heightOf(box);
}

function sharedArea(first: Box, second: Box): number {
  const width = Math.min(first.right, second.right) - Math.max(first.left, second.left);
  const height = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
  return Math.max(0, width) * Math.max(0, height);
}

/** How much of the lower one's height two boxes share: 1 side by side, 0 or less one above the other. */
export function sharedHeight(first: Box, second: Box): number {
  const shared = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
  return shared / Math.min(heightOf(first), heightOf(second));
}

export function distanceBetween(first: Point, second: Point): number {
  return Math.hypot(first.x - second.x, first.y - second.y);
}

export function meanPoint(points: readonly Point[]): Point {
  let x = 0;
  let y = 0;
  for (const point of points) {
    x += point.x;
    y += point.y;
  }
  return { x: x / points.length, y: y / points.length };
}
