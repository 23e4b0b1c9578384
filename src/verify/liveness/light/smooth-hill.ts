import { addEquation, solveLinear } from '../plane-fit.ts';
import type { ReliefGain } from './relief-gains.ts';
import { looksDown, reliefPlaces } from './relief-places.ts';

/** Where a place lies, in eye distances from the face's middle, how far it looks down, and the logarithm of its brightness. */
type Place = { readonly x: number; readonly y: number; readonly down: number; readonly brightness: number };

/** What a place's value may depend on: how many unknowns, and what each is multiplied with. */
export type Surface = {
  readonly unknowns: number;
  readonly lineOf: (place: Place) => readonly number[];
};

/** The second order of the place, and a share of its brightness: what light does that comes from one side, or a spot of it. */
export const hill: Surface = {
  unknowns: 7,
  lineOf: ({ x, y, brightness }) => [1, x, y, x * x, x * y, y * y, brightness],
};

/** This far from the face's middle is beside the nose. Eye distances. */
const besideNose = 0.05;

/** And a step at the nose: of a head that is turned away one side looks at the screen and the other past it. */
export const hillWithRidge: Surface = {
  unknowns: hill.unknowns + 1,
  lineOf: (place) => [...hill.lineOf(place), Math.abs(place.x) > besideNose ? Math.sign(place.x) : 0],
};

/** And more on all that looks down, as a lamp above leaves it to the screen. */
export const hillOnHead: Surface = {
  unknowns: hillWithRidge.unknowns + 1,
  lineOf: (place) => [...hillWithRidge.lineOf(place), place.down],
};

/** Values of the places as far as a surface explains them: weighted least squares. `values`, `variances`: one for each gain. */
export function fitSurface(
  { unknowns, lineOf }: Surface,
  gains: readonly ReliefGain[],
  values: readonly number[],
  variances: readonly number[],
): readonly number[] {
  const usual = gains.reduce((sum, { logLevel }) => sum + logLevel, 0) / gains.length;
  const lines = gains.map(({ name, logLevel }) => {
    const [x, y] = reliefPlaces[name]!;
    return lineOf({ x, y, down: looksDown[name] ?? 0, brightness: logLevel - usual });
  });
  const normal = new Float64Array(unknowns * unknowns);
  const right = new Float64Array(unknowns);
  lines.forEach((line, at) => {
    addEquation(normal, right, line, values[at]!, 1 / variances[at]!);
  });
  // So little that it decides only where all places are equally bright.
  for (let i = 0; i < unknowns; i++) normal[unknowns * i + i]! += 1e-6;
  const found = solveLinear(normal, right);
  return lines.map((line) => line.reduce((sum, value, i) => sum + value * found[i]!, 0));
}

/** Mean of values of which each weighs by the inverse of its variance. */
export function weighedMean(values: readonly number[], variances: readonly number[]): number {
  return (
    values.reduce((sum, value, at) => sum + value / variances[at]!, 0) /
    variances.reduce((sum, variance) => sum + 1 / variance, 0)
  );
}
