import { useEffect, useState } from 'preact/hooks';

/** The whole seconds that are left, beginning when it is first shown. */
export function useSecondsLeft(milliseconds: number): number {
  const [leftMs, setLeftMs] = useState(milliseconds);
  useEffect(() => {
    const startMs = Date.now();
    const tell = () => setLeftMs(Math.max(0, milliseconds - (Date.now() - startMs)));
    tell();
    const timer = setInterval(tell, 200);
    return () => clearInterval(timer);
  }, [milliseconds]);
  return Math.ceil(leftMs / 1000);
}

/** Seconds of the recording, large. */
export function Countdown({ milliseconds }: { readonly milliseconds: number }) {
  return (
    <p class="countdown" data-test="countdown" role="timer">
      {useSecondsLeft(milliseconds)}
    </p>
  );
}
