import type { Point } from '../geometry.ts';
import type { EdgeMap } from './edge-map.ts';

/** A strong edge counts no more than this: a dark pattern must not outweigh a whole faint border. */
const mostChange = 18;

/** Under this a place has no edge. */
const leastChange = 2;

/** How much places without an edge count against a line. */
const gapPenalty = 6;

/** Share of a line that must lie inside of the picture. */
const leastInside = 0.7;

/**
 * How much of an edge runs from one place of a map to another, 0 (none) to 18 and a little less than 0 where most of it has
 * none; null when too much of it lies outside of the picture. Half of it is the mean change across the line, half the
 * mean with its sign: a border is bright on one side all along, a pattern is not.
 */
export function edgeStrength(map: EdgeMap, from: Point, to: Point, places: number): number | null {
  const { width, height, across, down } = map;
  const stepX = (to.x - from.x) / places;
  const stepY = (to.y - from.y) / places;
  const length = Math.hypot(stepX, stepY);
  const normalX = -stepY / length;
  const normalY = stepX / length;
  let [sum, signed, inside, gaps] = [0, 0, 0, 0];
  for (
    let place = 0, x = from.x + stepX / 2, y = from.y + stepY / 2;
    place < places;
    place++, x += stepX, y += stepY
  ) {
    const column = Math.floor(x);
    const row = Math.floor(y);
    if (column < 0 || row < 0 || column >= width || row >= height) continue;
    const at = row * width + column;
    const change = normalX * (across[at] as number) + normalY * (down[at] as number);
    if (Number.isNaN(change)) continue;
    const strength = Math.min(mostChange, Math.abs(change));
    inside++;
    sum += strength;
    signed += change < 0 ? -strength : strength;
    if (strength < leastChange) gaps++;
  }
  if (inside < leastInside * places) return null;
  return (sum + Math.abs(signed)) / 2 / inside - (gapPenalty * gaps) / inside;
}
