import type { Box } from '../geometry.ts';
import type { EdgeMap } from './edge-map.ts';
import { edgeStrength } from './edge-strength.ts';

/** A line that may be one side of the card: `offset` + `slope` * (other coordinate - `middle`), in the map's pixels. */
export type SideLine = {
  readonly offset: number;
  readonly slope: number;
  readonly middle: number;
  readonly strength: number;
};

export const sideNames = ['top', 'right', 'bottom', 'left'] as const;
export type SideName = (typeof sideNames)[number];

/** Steepest side against the text: 30 degrees of tilt at arm's length make about 12 degrees. */
const mostSlope = 0.24;
const slopeStep = 0.016;

const placesPerLine = 48;
const linesPerSide = 6;

/** Two lines nearer than this at their middle are one. */
const leastApart = 6;

/** The strongest lines on one side of the text, none nearer to another than `leastApart`. */
export function findSideLines(map: EdgeMap, text: Box, side: SideName): readonly SideLine[] {
  const { span, start, reach, sign } = searchOf(text, side);
  const middle = (span.from + span.to) / 2;
  const found: SideLine[] = [];
  for (let away = 0; away <= reach; away++) {
    const offset = start + sign * away;
    for (let slope = -mostSlope; slope <= mostSlope; slope += slopeStep) {
      const line = { offset, slope, middle, strength: 0 };
      const strength = strengthBetween(map, side, line, span.from, span.to);
      if (strength !== null) found.push({ ...line, strength });
    }
  }
  found.sort((first, second) => second.strength - first.strength);
  return keepApart(found);
}

/** How much of an edge runs along a line between two values of its other coordinate; see `edgeStrength`. */
export function strengthBetween(
  map: EdgeMap,
  side: SideName,
  line: SideLine,
  from: number,
  to: number,
): number | null {
  const first = line.offset + line.slope * (from - line.middle);
  const last = line.offset + line.slope * (to - line.middle);
  return isLevel(side)
    ? edgeStrength(map, { x: from, y: first }, { x: to, y: last }, placesPerLine)
    : edgeStrength(map, { x: first, y: from }, { x: last, y: to }, placesPerLine);
}

export function isLevel(side: SideName): boolean {
  return side === 'top' || side === 'bottom';
}

/** From the edge of the text outwards. A card's text may end far from its border where a portrait stands beside it. */
function searchOf(text: Box, side: SideName) {
  const width = text.right - text.left;
  const height = text.bottom - text.top;
  const reach = Math.max(0.42 * width, 0.5 * height);
  const sign = side === 'top' || side === 'left' ? -1 : 1;
  return isLevel(side)
    ? { span: { from: text.left, to: text.right }, start: text[side as 'top'] - sign * 2, reach, sign }
    : {
        span: { from: text.top, to: text.bottom },
        start: text[side as 'left'] - sign * 2,
        reach: 1.4 * reach,
        sign,
      };
}

function keepApart(sorted: readonly SideLine[]): readonly SideLine[] {
  const kept: SideLine[] = [];
  for (const line of sorted) {
    if (kept.length === linesPerSide) break;
    if (kept.every((other) => Math.abs(other.offset - line.offset) > leastApart)) kept.push(line);
  }
  return kept;
}
