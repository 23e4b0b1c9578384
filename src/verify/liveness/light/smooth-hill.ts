import { solveLinear } from '../plane-fit.ts';
import type { ReliefGain } from './relief-gains.ts';
import { reliefPlaces } from './relief-places.ts';

/** The second order of the place, and its brightness. */
export const hillUnknowns = 7;

/**
 * Values of places as far as a smooth hill over the face (to the second order) and each place's own brightness explain them: what light does that
 * comes from one side, or a spot of it. Weighted least squares.
 */
export function fitHill(
  gains: readonly ReliefGain[],
  values: readonly number[],
  variances: readonly number[],
): readonly number[] {
  const usual = gains.reduce((sum, { logLevel }) => sum + logLevel, 0) / gains.length;
  const lines = gains.map(({ name, logLevel }) => {
    const [x, y] = reliefPlaces[name]!;
    return [1, x, y, x * x, x * y, y * y, logLevel - usual];
  });
  const normal = new Float64Array(hillUnknowns * hillUnknowns);
  const right = new Float64Array(hillUnknowns);
  lines.forEach((line, at) => {
    for (let i = 0; i < hillUnknowns; i++) {
      right[i]! += (line[i]! * values[at]!) / variances[at]!;
      for (let j = 0; j < hillUnknowns; j++)
        normal[hillUnknowns * i + j]! += (line[i]! * line[j]!) / variances[at]!;
    }
  });
  // So little that it decides only where all places are equally bright.
  for (let i = 0; i < hillUnknowns; i++) normal[hillUnknowns * i + i]! += 1e-6;
  const found = solveLinear(normal, right);
  return lines.map((line) => line.reduce((sum, value, i) => sum + value * found[i]!, 0));
}
