import { useEffect, useState } from 'preact/hooks';
import { secondsLeft } from '../time-left.ts';

/** The whole seconds that are left, counted from when it is first shown. */
export function useSecondsLeft(durationMs: number): number {
  const [left, setLeft] = useState(secondsLeft(durationMs, 0));
  useEffect(() => {
    const startMs = Date.now();
    const tell = () => setLeft(secondsLeft(durationMs, Date.now() - startMs));
    tell();
    const timer = setInterval(tell, 200);
    return () => clearInterval(timer);
  }, [durationMs]);
  return left;
}

/** Seconds of the recording, large. Silent: a screen reader that counts would talk over the recording. */
export function Countdown({ milliseconds }: { readonly milliseconds: number }) {
  return (
    <p class="countdown" data-test="countdown" role="timer" aria-live="off">
      {useSecondsLeft(milliseconds)}
    </p>
  );
}
