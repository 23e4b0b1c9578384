import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageView } from '../../src/capture/page-shapes.ts';
import { followViews } from '../verify/events.ts';
import { CallFailed, type ResultEnvelope, result } from './call.ts';
import type { Run } from './run.ts';

/** A run as this browser sees it: the customer's side, and what the merchant would read. */
export type Followed = {
  /** Null until the page's events have come, and for a token that the server does not know. */
  readonly view: PageView | null;
  readonly answer: ResultEnvelope | null;
  /** Why there is no answer, in words. */
  readonly trouble: string | null;
};

const nothing: Followed = { view: null, answer: null, trouble: null };
const againMs = 1500;

/** The API asks us to slow down where many try at once: then later is soon enough. */
function isTooEarly({ Response }: ResultEnvelope): boolean {
  return 'Error' in Response && Response.Error.Code === 'RequestLimitExceeded';
}

/** Follows the customer and reads the merchant's result again at every change. */
export function useRun(run: Run | null): Followed {
  const [followed, setFollowed] = useState(nothing);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const token = run?.token ?? null;
  useEffect(() => {
    if (token === null) return;
    let isGone = false;
    const change = (more: Partial<Followed>) => isGone || setFollowed((before) => ({ ...before, ...more }));
    async function read(known: string): Promise<void> {
      clearTimeout(timer.current);
      try {
        const answer = await result(known);
        if (isGone) return;
        if (isTooEarly(answer)) timer.current = setTimeout(() => void read(known), againMs);
        else change({ answer, trouble: null });
      } catch (error) {
        if (!(error instanceof CallFailed)) throw error;
        change({ trouble: error.message });
        timer.current = setTimeout(() => void read(known), againMs * 2);
      }
    }
    setFollowed(nothing);
    void read(token);
    const stop = followViews(token, '', {
      onView(view) {
        change({ view });
        void read(token);
      },
      onBroken: () => void 0,
    });
    return () => {
      isGone = true;
      clearTimeout(timer.current);
      stop();
    };
  }, [token]);
  return followed;
}
