/** What a look is told as, over time. */
export type CalmHint<Hint> = {
  readonly hint: Hint;
  /** All has been good for long enough. */
  readonly isReady: boolean;
};

type Pace<Hint> = {
  /** Shown until the first look. */
  readonly first: Hint;
  /** Good for this long is good enough. */
  readonly goodForMs: number;
  /** A hint stays this long at least, so that it can be read, and read out. */
  readonly hintLeastMs: number;
};

/** Turns hints over time into calm guidance. `nowMs` is any clock that only goes forward. */
export function calmHints<Hint extends string>({
  first,
  goodForMs,
  hintLeastMs,
}: Pace<Hint | 'good'>): (hint: Hint | 'good', nowMs: number) => CalmHint<Hint | 'good'> {
  let shown = first;
  let shownSinceMs = Number.NEGATIVE_INFINITY;
  let goodSinceMs: number | null = null;
  return (hint, nowMs) => {
    goodSinceMs = hint === 'good' ? (goodSinceMs ?? nowMs) : null;
    if (hint !== shown && nowMs - shownSinceMs >= hintLeastMs) {
      shown = hint;
      shownSinceMs = nowMs;
    }
    return { hint: shown, isReady: goodSinceMs !== null && nowMs - goodSinceMs >= goodForMs };
  };
}
