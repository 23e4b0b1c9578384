/** A movement from one turning point to the next. */
export type Swing = {
  /** Places in the list of values. */
  readonly from: number;
  readonly to: number;
  /** What it went by, with its sign. */
  readonly size: number;
};

/**
 * Cuts a curve into its swings up and down: a turning point counts when the curve has come back from it by `least`. The first and the
 * last piece are swings as far as they got, if they are as large.
 */
export function findSwings(values: readonly number[], least: number): readonly Swing[] {
  const corners: number[] = [];
  let [lowest, highest] = [0, 0];
  let direction = 0;
  for (let at = 1; at < values.length; at++) {
    if (values[at]! < values[lowest]!) lowest = at;
    if (values[at]! > values[highest]!) highest = at;
    if (direction >= 0 && values[at]! <= values[highest]! - least) {
      corners.push(highest);
      direction = -1;
      lowest = at;
    } else if (direction <= 0 && values[at]! >= values[lowest]! + least) {
      corners.push(lowest);
      direction = 1;
      highest = at;
    }
    // A new extreme of the running swing starts the count of the other kind anew.
    if (direction < 0 && lowest === at) highest = at;
    if (direction > 0 && highest === at) lowest = at;
  }
  if (direction !== 0) corners.push(direction > 0 ? highest : lowest);
  return corners.slice(1).map((to, at) => {
    const from = corners[at]!;
    return { from, to, size: values[to]! - values[from]! };
  });
}

/** Where a swing really leaves its first turning point: the last place where it has gone by no more than a fifth of its size. */
export function leavesAt(values: readonly number[], { from, to, size }: Swing): number {
  let at = from;
  while (at + 1 < to && Math.abs(values[at + 1]! - values[from]!) <= 0.2 * Math.abs(size)) at += 1;
  return at;
}

/** The median of each value and its two neighbours: a single misread frame leaves no trace. */
export function steadied(values: readonly number[]): readonly number[] {
  return values.map((value, at) => {
    const [before, behind] = [values[at - 1] ?? value, values[at + 1] ?? value];
    return Math.max(Math.min(before, value), Math.min(Math.max(before, value), behind));
  });
}
