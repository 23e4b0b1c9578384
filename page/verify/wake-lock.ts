import type { Step } from './flow.ts';
import type { Session } from './session.ts';

/** From the camera to the end of the upload: a screen that dims there ends a recording, or stops an upload. */
const awake: readonly Step[] = ['camera', 'recording', 'sending', 'card-camera', 'card-sending'];

/** Keeps the screen from dimming until the signal comes, where the browser can (Screen Wake Lock API). */
function keepAwake(signal: AbortSignal): void {
  const { wakeLock } = navigator as Navigator & { wakeLock?: WakeLock };
  if (!wakeLock) return;
  let held: WakeLockSentinel | null = null;
  const ask = () => {
    if (document.hidden || signal.aborted) return;
    void wakeLock.request('screen').then(
      (lock) => {
        held = lock;
        if (signal.aborted) void lock.release();
      },
      // A phone that saves its battery refuses: the screen then dims as it always does.
      () => {},
    );
  };
  // The browser takes the lock from a page that is hidden, and does not give it back (§6.2 of the API).
  document.addEventListener('visibilitychange', ask);
  signal.addEventListener('abort', () => {
    document.removeEventListener('visibilitychange', ask);
    void held?.release();
  });
  ask();
}

/** Keeps the screen awake in the steps that need it. */
export function runWakeLock(session: Session): void {
  let stopping: AbortController | null = null;
  session.subscribe(({ step }) => {
    const isWanted = awake.includes(step);
    if (isWanted === (stopping !== null)) return;
    stopping?.abort();
    stopping = isWanted ? new AbortController() : null;
    if (stopping) keepAwake(stopping.signal);
  });
}
