/** At most four looks a second, and at most a third of one processor: the rest is the recorder's. */
const everyMs = 250;
const shareMost = 1 / 3;

/**
 * A device that never takes less is left alone: looks would come too rarely to guide anybody. The quickest of the last six,
 * since a browser translates a program only once it has run a while.
 */
const slowMs = 250;
const runs = 6;

/** Told how long each look took, says how long to wait before the next one; null: look no more. */
export function createPace(): (tookMs: number) => number | null {
  let last: readonly number[] = [];
  return (tookMs) => {
    last = [...last, tookMs].slice(-runs);
    if (last.length === runs && Math.min(...last) > slowMs) return null;
    return Math.max(everyMs - tookMs, tookMs * (1 / shareMost - 1));
  };
}
