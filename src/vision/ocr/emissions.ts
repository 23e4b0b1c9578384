import type { ShapedValues } from '../runtime.ts';
import type { Alphabet } from './alphabet.ts';

/** One character that the recogniser saw, and where along the strip. */
export type Emission = {
  readonly character: string;
  /** Its probability, 0 to 1. */
  readonly score: number;
  /** The middle of the steps at which it was seen, 0 at the left end of the network's input, 1 at its right. */
  readonly place: number;
};

/** A character outside of a given alphabet is given up as one of it from this probability on, else left out. */
const leastForced = 0.002;

/**
 * Reads the best path (A. Graves, 2006, "connectionist temporal classification"): the likeliest class of each step, runs
 * of one class as one character, blanks left out. With `allowed`, each character
 * becomes the likeliest of those classes at its steps.
 */
export function readEmissions(
  { values, shape }: ShapedValues,
  alphabet: Alphabet,
  allowed: readonly number[] | null,
): readonly Emission[] {
  const [, steps = 0, classes = 0] = shape;
  const emissions: Emission[] = [];
  let runStart = 0;
  let running = 0;
  for (let step = 0; step <= steps; step++) {
    const best = step < steps ? likeliest(values, step * classes, classes) : 0;
    if (best === running && step < steps) continue;
    if (running !== 0) {
      const run = { from: runStart, to: step };
      const found = strongestOf(values, classes, run, allowed ?? [running]);
      if (found.score >= (allowed ? leastForced : 0)) {
        const place = (runStart + step) / 2 / steps;
        emissions.push({ character: alphabet[found.at] ?? '', score: found.score, place });
      }
    }
    running = best;
    runStart = step;
  }
  return emissions;
}

/** Most steps are blank and nearly certain, so the blank is looked at first: half the time of all reading. */
function likeliest(values: Float32Array, offset: number, classes: number): number {
  let best = 0;
  let most = values[offset] as number;
  if (most > 0.5) return 0;
  for (let at = 1; at < classes; at++) {
    const value = values[offset + at] as number;
    if (value > most) {
      most = value;
      best = at;
    }
  }
  return best;
}

type Run = { readonly from: number; readonly to: number };

/** The class that is strongest at any step of a run. */
function strongestOf(values: Float32Array, classes: number, run: Run, candidates: readonly number[]) {
  let best = { at: 0, score: -1 };
  for (let step = run.from; step < run.to; step++) {
    for (const at of candidates) {
      const score = values[step * classes + at] as number;
      if (score > best.score) best = { at, score };
    }
  }
  return best;
}
