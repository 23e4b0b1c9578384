/** Seconds as `4:05`. */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whole seconds still to go, never less than none. The last one is shown until it is over. */
export function secondsLeft(durationMs: number, elapsedMs: number): number {
  return Math.max(0, Math.ceil((durationMs - elapsedMs) / 1000));
}
