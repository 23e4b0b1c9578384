import type { Box, Point } from '../geometry.ts';
import { halfTurn } from '../ocr/least-rectangle.ts';
import { cornersOf, type TextBox } from '../ocr/text-box.ts';

/** Only boxes this many times as long as high have a direction worth listening to. */
const leastElongation = 2;

/** Boxes further off than this are upright letters, stamps, or other things than the card's lines. */
const mostDeviation = 0.35;

/**
 * The direction of a card's lines of text, over -90 to 90 degrees; null when no box is long enough to tell.
 * The mean of doubled angles, since a line and its reverse are one, weighted by length; then once more without outliers.
 */
export function findTextAxis(boxes: readonly TextBox[]): number | null {
  const long = boxes.filter((box) => box.width >= leastElongation * box.height);
  if (long.length === 0) return null;
  const first = longestCluster(long);
  return meanDirection(long.filter((box) => isAlong(box, first)));
}

/** The boxes that run along an axis. */
export function boxesAlong(boxes: readonly TextBox[], axisRadians: number): readonly TextBox[] {
  return boxes.filter((box) => box.width >= leastElongation * box.height && isAlong(box, axisRadians));
}

function isAlong(box: TextBox, axisRadians: number): boolean {
  return Math.abs(halfTurn(box.angleRadians - axisRadians)) <= mostDeviation;
}

/** The box whose direction most of the text's length shares. */
function longestCluster(boxes: readonly TextBox[]): number {
  let best = { length: 0, angle: 0 };
  for (const { angleRadians } of boxes) {
    const length = boxes.filter((box) => isAlong(box, angleRadians)).reduce((sum, box) => sum + box.width, 0);
    if (length > best.length) best = { length, angle: angleRadians };
  }
  return best.angle;
}

function meanDirection(boxes: readonly TextBox[]): number {
  let x = 0;
  let y = 0;
  for (const { width, angleRadians } of boxes) {
    x += width * Math.cos(2 * angleRadians);
    y += width * Math.sin(2 * angleRadians);
  }
  return Math.atan2(y, x) / 2;
}

/** Share of corners left out on each side of the hull: one stray box must not move it. */
const strayShare = 0.02;

/** Bounds of the boxes' corners after `place` has moved them into another frame. */
export function hullOf(boxes: readonly TextBox[], place: (point: Point) => Point): Box {
  const corners = boxes.flatMap((box) => cornersOf(box).map(place));
  const xs = corners.map(({ x }) => x).sort((first, second) => first - second);
  const ys = corners.map(({ y }) => y).sort((first, second) => first - second);
  const pick = (sorted: readonly number[], share: number) =>
    sorted[Math.round(share * (sorted.length - 1))] as number;
  return {
    left: pick(xs, strayShare),
    top: pick(ys, strayShare),
    right: pick(xs, 1 - strayShare),
    bottom: pick(ys, 1 - strayShare),
  };
}
