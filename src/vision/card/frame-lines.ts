import { distanceBetween, type Point } from '../geometry.ts';
import type { EdgeMap } from './edge-map.ts';
import { isLevel, type SideLine, type SideName } from './side-lines.ts';

/**
 * What the picture's own frame counts as a side of the card: less than a border that is seen, more than none. A card that
 * fills the picture has no other.
 */
const frameStrength = 3;

/** A frame that lies steeper than this to the text is no side of a card. */
const mostSlope = 0.25;

/** The picture's frame as sides of the card, for pictures that hold nothing else or cut it off. */
export function frameLines(
  map: EdgeMap,
  width: number,
  height: number,
): Readonly<Record<SideName, readonly SideLine[]>> {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ].map(map.toMap);
  const lines: Record<SideName, SideLine[]> = { top: [], right: [], bottom: [], left: [] };
  const middle = { x: map.width / 2, y: map.height / 2 };
  for (const [at, from] of corners.entries()) {
    const to = corners[(at + 1) % 4] as Point;
    const found = sideOf(from, to, middle);
    if (found) lines[found.side].push(found.line);
  }
  return lines;
}

function sideOf(from: Point, to: Point, middle: Point): { side: SideName; line: SideLine } | null {
  if (distanceBetween(from, to) === 0) return null;
  const [alongX, alongY] = [to.x - from.x, to.y - from.y];
  const isFlat = Math.abs(alongX) > Math.abs(alongY);
  const slope = isFlat ? alongY / alongX : alongX / alongY;
  if (Math.abs(slope) > mostSlope) return null;
  const offset = isFlat ? (from.y + to.y) / 2 : (from.x + to.x) / 2;
  const centre = isFlat ? (from.x + to.x) / 2 : (from.y + to.y) / 2;
  const line = { offset, slope, middle: centre, strength: frameStrength };
  const isFirst = offset < (isFlat ? middle.y : middle.x);
  const side: SideName = isFlat ? (isFirst ? 'top' : 'bottom') : isFirst ? 'left' : 'right';
  return isLevel(side) === isFlat ? { side, line } : null;
}
