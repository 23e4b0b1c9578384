/** Keeps the screen from dimming until the signal comes, where the browser can (Screen Wake Lock API). */
export function keepAwake(signal: AbortSignal): void {
  const { wakeLock } = navigator as Navigator & { wakeLock?: WakeLock };
  void wakeLock?.request('screen').then(
    (lock) => {
      const release = () => void lock.release();
      if (signal.aborted) release();
      signal.addEventListener('abort', release);
    },
    // A phone that saves its battery refuses: the screen then dims as it always does.
    () => {},
  );
}
