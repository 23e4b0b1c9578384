import { seededRandom } from '../support/seeded-random.ts';

/** Something that went wrong or did not, with a person. */
export type Trial = { readonly person: string; readonly isError: boolean };

/** An error rate (ISO/IEC 30107-3: APCER or BPCER; ISO/IEC 19795-1 for the counting). */
export type ErrorRate = {
  readonly count: number;
  readonly people: number;
  /** Share of presentations. */
  readonly perPresentation: number;
  /** Mean over people of each one's own share. */
  readonly perPerson: number;
  /** 95 % interval of `perPerson`, bootstrapped over people; where nobody or everybody erred, the exact bound for independent people. */
  readonly low: number;
  readonly high: number;
};

const draws = 2000;

export function rateOf(trials: readonly Trial[]): ErrorRate {
  const shares = sharesOf(trials);
  const { low, high } = intervalOf(shares);
  return {
    count: trials.length,
    people: shares.length,
    perPresentation: trials.filter(({ isError }) => isError).length / trials.length,
    perPerson: meanOf(shares),
    low,
    high,
  };
}

/** Each person's own share of errors. */
function sharesOf(trials: readonly Trial[]): readonly number[] {
  const byPerson = Map.groupBy(trials, ({ person }) => person);
  return [...byPerson.values()].map((own) => own.filter(({ isError }) => isError).length / own.length);
}

function intervalOf(shares: readonly number[]): { low: number; high: number } {
  const mean = meanOf(shares);
  // All draws are alike then, so the bootstrap would claim certainty; Clopper and Pearson do not.
  const bound = 0.05 ** (1 / shares.length);
  if (mean === 0) return { low: 0, high: 1 - bound };
  if (mean === 1) return { low: bound, high: 1 };
  const random = seededRandom(1);
  const means = Array.from({ length: draws }, () => meanOf(shares.map(() => random.pick(shares))));
  means.sort((first, second) => first - second);
  return { low: means[Math.floor(0.025 * draws)]!, high: means[Math.ceil(0.975 * draws) - 1]! };
}

/** The value below which a share of the list lies. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((first, second) => first - second);
  return sorted[Math.round(share * (sorted.length - 1))]!;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
