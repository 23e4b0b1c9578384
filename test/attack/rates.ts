import { type ErrorRate, rateOf, type Trial } from '../accuracy/liveness-rates.ts';
import type { JudgedRow } from './judged-row.ts';

/** How often recordings of a group were judged wrongly, by one recording and by several tries of one verification. */
export type GroupRate = ErrorRate & { readonly ofTries: (tries: number) => number };

/**
 * APCER of attacks (ISO/IEC 30107-3). A verification of several tries is passed by one that passes; tries are taken as
 * independent, which is the worst that they can be for the same rate.
 */
export function acceptanceOf(rows: readonly JudgedRow[]): GroupRate {
  const rate = rateOf(trialsOf(rows, (code) => code === 0));
  return { ...rate, ofTries: (tries) => 1 - (1 - rate.perPresentation) ** tries };
}

/**
 * BPCER of bona fide recordings. After several tries somebody is sent away whom each has refused; the tries of one person are
 * alike, so each person's own share is raised to the power of tries, then people are averaged.
 */
export function rejectionOf(rows: readonly JudgedRow[]): GroupRate {
  const trials = trialsOf(rows, (code) => code !== 0);
  const shares = [...Map.groupBy(trials, ({ person }) => person).values()].map(
    (own) => own.filter(({ isError }) => isError).length / own.length,
  );
  return {
    ...rateOf(trials),
    ofTries: (tries) => shares.reduce((sum, share) => sum + share ** tries, 0) / shares.length,
  };
}

function trialsOf(rows: readonly JudgedRow[], isError: (code: number) => boolean): readonly Trial[] {
  return rows.flatMap(({ person, code }) => (code === null ? [] : [{ person, isError: isError(code) }]));
}

/** A signal's area under the ROC curve: the chance that a bona fide recording's value is above an attack's (ties count half). */
export type Area = {
  readonly area: number;
  readonly bonaFide: number;
  readonly attacks: number;
};

/** Mann and Whitney's count over ranks; null where one side has fewer than five values. Booleans count as 0 and 1. */
export function areaOf(
  signal: string,
  bonaFide: readonly JudgedRow[],
  attacks: readonly JudgedRow[],
): Area | null {
  const valuesOf = (rows: readonly JudgedRow[]) =>
    rows.flatMap(({ signals }) => {
      const value = signals[signal];
      return typeof value === 'number' || typeof value === 'boolean' ? [Number(value)] : [];
    });
  const [high, low] = [valuesOf(bonaFide), valuesOf(attacks)];
  if (high.length < 5 || low.length < 5) return null;
  const area = wins(high, low) / (high.length * low.length);
  return { area, bonaFide: high.length, attacks: low.length };
}

/** Pairs in which the first list's value is above the second's; a tie is half a pair. */
function wins(first: readonly number[], second: readonly number[]): number {
  const all = [
    ...first.map((value) => ({ value, own: true })),
    ...second.map((value) => ({ value, own: false })),
  ];
  all.sort((one, other) => one.value - other.value);
  let [sum, below] = [0, 0];
  for (let at = 0; at < all.length; ) {
    let end = at;
    let [ownTies, otherTies] = [0, 0];
    for (; end < all.length && all[end]!.value === all[at]!.value; end++) {
      if (all[end]!.own) ownTies += 1;
      else otherTies += 1;
    }
    sum += ownTies * (below + otherTies / 2);
    below += otherTies;
    at = end;
  }
  return sum;
}
