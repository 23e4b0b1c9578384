import { type EdgePoints, mostLean } from './edge-points.ts';

/** A long straight edge: `across = place + lean * (along - middle)`, and where along it there is an edge to be seen. */
export type StraightLine = {
  readonly place: number;
  readonly lean: number;
  readonly middle: number;
  /** 1 where an edge lies on the line or two pixels further, for each pixel along. */
  readonly seen: Uint8Array;
};

export function acrossAt({ place, lean, middle }: StraightLine, along: number): number {
  return place + lean * (along - middle);
}

/** Share of the pixels from one place along the line to another in which its edge is seen; those outside the picture do not count. */
export function seenShare({ seen }: StraightLine, from: number, to: number): number {
  const [first, end] = [Math.max(0, Math.round(from)), Math.min(seen.length, Math.round(to))];
  if (end <= first) return 0;
  let count = 0;
  for (let at = first; at < end; at++) count += seen[at]!;
  return count / (end - first);
}

/** Steps of lean and how far from a point's own lean its votes reach: the gradient of a compressed edge errs by 4 degrees. */
const leanStep = 0.02;
const leanReach = 4;
const leanBins = Math.round((2 * mostLean) / leanStep) + 1;
/** Pixels beyond the picture that a line may cross its middle at. */
const beyond = 60;
/** Points that a line has at least. */
const leastPoints = 45;
/** Lines taken of one family. */
const mostLines = 14;
/** How far from the line a point may lie, and how far from its lean. */
const nearPixels = 1.6;
const nearLean = 0.2;
/** An edge is seen this far beside each of its points: compression breaks it up. */
const bridge = 2;

/** The longest straight lines of a family (Hough's transform, each point voting round its own gradient), the one with most points first. */
export function straightLines(points: EdgePoints, length: number, breadth: number): readonly StraightLine[] {
  const middle = length / 2;
  const bins = breadth + 2 * beyond;
  const votes = new Uint16Array(leanBins * bins);
  for (let at = 0; at < points.count; at++) {
    const own = Math.round((points.lean[at]! + mostLean) / leanStep);
    const [first, last] = [Math.max(0, own - leanReach), Math.min(leanBins - 1, own + leanReach)];
    const fromMiddle = points.along[at]! - middle;
    for (let bin = first; bin <= last; bin++) {
      const place = points.across[at]! - (bin * leanStep - mostLean) * fromMiddle;
      const column = Math.round(place) + beyond;
      if (column >= 0 && column < bins) votes[bin * bins + column]! += 1;
    }
  }
  const lines: StraightLine[] = [];
  for (let tried = 0; tried < 3 * mostLines && lines.length < mostLines; tried++) {
    const best = strongest(votes);
    if (votes[best]! < leastPoints / 2) break;
    const [lean, place] = [Math.floor(best / bins) * leanStep - mostLean, (best % bins) - beyond];
    suppress(votes, bins, best, middle);
    const line = fit(points, { place, lean, middle, length });
    if (line && !lines.some((other) => isSame(other, line, length))) lines.push(line);
  }
  return lines;
}

function strongest(votes: Uint16Array): number {
  let best = 0;
  for (let at = 1; at < votes.length; at++) if (votes[at]! > votes[best]!) best = at;
  return best;
}

/** Clears the bins of lines that run within 3 pixels of the one that was taken, at both ends. */
function suppress(votes: Uint16Array, bins: number, best: number, middle: number): void {
  const [row, column] = [Math.floor(best / bins), best % bins];
  const rows = Math.max(2, Math.ceil(3 / (leanStep * middle)));
  for (let bin = Math.max(0, row - rows); bin <= Math.min(leanBins - 1, row + rows); bin++) {
    for (let at = Math.max(0, column - 3); at <= Math.min(bins - 1, column + 3); at++)
      votes[bin * bins + at] = 0;
  }
}

type Guess = {
  readonly place: number;
  readonly lean: number;
  readonly middle: number;
  readonly length: number;
};

/** Lays the line through the points near it (least squares, twice), and marks where they are; null where there are too few. */
function fit(points: EdgePoints, guess: Guess): StraightLine | null {
  let { place, lean } = guess;
  const { middle, length } = guess;
  const near = (at: number, within: number) =>
    Math.abs(points.across[at]! - place - lean * (points.along[at]! - middle)) <= within &&
    Math.abs(points.lean[at]! - lean) <= nearLean;
  for (const within of [2 * nearPixels, nearPixels]) {
    let [n, t, tt, u, tu] = [0, 0, 0, 0, 0];
    for (let at = 0; at < points.count; at++) {
      if (!near(at, within)) continue;
      const along = points.along[at]! - middle;
      const across = points.across[at]!;
      n += 1;
      t += along;
      tt += along * along;
      u += across;
      tu += along * across;
    }
    const spread = n * tt - t * t;
    if (n < leastPoints || spread <= 0) return null;
    lean = (n * tu - t * u) / spread;
    place = (u - lean * t) / n;
  }
  const seen = new Uint8Array(length);
  for (let at = 0; at < points.count; at++) {
    if (near(at, nearPixels))
      seen.fill(1, Math.max(0, points.along[at]! - bridge), points.along[at]! + bridge + 1);
  }
  return { place, lean, middle, seen };
}

function isSame(one: StraightLine, other: StraightLine, length: number): boolean {
  return [0, length].every((along) => Math.abs(acrossAt(one, along) - acrossAt(other, along)) < 2);
}
