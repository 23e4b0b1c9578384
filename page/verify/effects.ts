import type { PageView } from '../../src/capture/page-shapes.ts';
import type { Api } from './api.ts';
import { bringPart } from './bring-part.ts';
import type { CardLoader } from './card-loader.ts';
import { deliver } from './deliver.ts';
import { tellLack, watchForCamera } from './device/lacks.ts';
import { type FollowedViews, followViews } from './events.ts';
import { staysInFrame } from './frame/framed.ts';
import type { RecordingShelf } from './kept-recording.ts';
import type { PageState, Session } from './session.ts';
import { runWakeLock } from './wake-lock.ts';

/** A verdict that no event brought is asked for this often while waiting: some proxies swallow event streams. */
const askWhileWaitingMs = 10_000;

/** A little after the window's end the server says that it is over. */
const windowMarginMs = 1_000;

type Parts = {
  readonly session: Session;
  readonly api: Api;
  readonly shelf: RecordingShelf;
  readonly card: CardLoader;
  readonly token: string;
  readonly tabId: string;
};

/** Reads the view once. A recording kept for an unannounced attempt is taken up first, so that it can be sent. */
async function look({ session, api, shelf }: Parts): Promise<void> {
  const answer = await api.view();
  if (!answer.ok) {
    if (session.read().step === 'loading') session.fail(answer.failure);
    return;
  }
  const { attempt } = answer.value;
  if (session.read().step === 'loading' && attempt?.stage === 'recording') {
    session.change({ recording: await shelf.find(attempt.seq, null) });
  }
  session.see(answer.value);
}

/** The clock of an attempt that nobody records any more would run out at the customer's cost. */
function giveUpForeign({ session, api }: Parts): void {
  const { attempt } = session.read().view ?? {};
  if (attempt?.stage === 'recording') void api.giveUpAttempt(attempt.seq);
}

function leaveFor(view: PageView | null): void {
  const url = view?.end?.redirectUrl;
  if (url && !staysInFrame(view)) location.assign(url);
}

function askNowAndThen(parts: Parts): () => void {
  const timer = setInterval(() => void look(parts), askWhileWaitingMs);
  return () => clearInterval(timer);
}

/** What a step does when it is entered; returns what stops it when it is left. */
function enter(parts: Parts, step: PageState['step']): (() => void) | undefined {
  const { session, api, shelf, card } = parts;
  switch (step) {
    case 'loading':
      void look(parts);
      return;
    case 'start':
    case 'begin':
    case 'agreement':
    case 'take-over':
    case 'other-tab':
      // Before anything is drawn, yet not in the middle of the change that led here.
      queueMicrotask(() => void tellLack(session));
      return;
    case 'light-notice':
    case 'camera':
      giveUpForeign(parts);
      return;
    case 'sending': {
      const stopping = new AbortController();
      void deliver(session, api, shelf, stopping.signal);
      return () => stopping.abort();
    }
    case 'card-sending':
      return card.enter(step);
    case 'card-reading': {
      const leave = card.enter(step);
      const stopAsking = askNowAndThen(parts);
      return () => {
        leave();
        stopAsking();
      };
    }
    case 'waiting':
      // The server has it all, even where its event came before the answer to the last piece.
      void shelf.clear();
      return askNowAndThen(parts);
    case 'end':
      void shelf.clear();
      return;
    case 'redirect':
      void shelf.clear().then(() => leaveFor(session.read().view));
      return;
    default:
      return;
  }
}

function runSteps(parts: Parts): void {
  const { session } = parts;
  let leave: (() => void) | undefined;
  session.subscribe(({ step }, before) => {
    if (step === before.step) return;
    leave?.();
    leave = enter(parts, step);
  });
  enter(parts, session.read().step);
}

/** The same where no cookie is sure to be sent. */
function followInFrame(headers: Readonly<Record<string, string>>, followed: FollowedViews): () => void {
  let isStopped = false;
  let stop = () => {};
  void bringPart(() => import('./frame/follow-by-fetch.ts')).then(({ followByFetch }) => {
    if (!isStopped) stop = followByFetch(headers, followed);
  });
  return () => {
    isStopped = true;
    stop();
  };
}

/**
 * Follows the events of a verification that somebody holds. The server reads the cookie when the stream is opened,
 * so a stream is opened anew whenever this browser's part in the verification changes.
 */
function runEvents(parts: Parts): void {
  const { session, api, token, tabId } = parts;
  let known: PageView['holder'] | null = null;
  let stop = () => {};
  session.subscribe(({ view }) => {
    if (!view) return;
    const wanted = view.end || view.holder === 'nobody' ? null : view.holder;
    if (wanted === known) return;
    known = wanted;
    stop();
    stop = () => {};
    if (!wanted) return;
    const followed = { onView: session.see, onBroken: () => void look(parts) };
    stop = api.bearer() ? followInFrame(api.headers(), followed) : followViews(token, tabId, followed);
  });
}

/** Looks again when the window is over, and when the customer comes back to the page. */
function runClock(parts: Parts): void {
  const { session } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.subscribe(({ view }, before) => {
    if (view === before.view || !view) return;
    clearTimeout(timer);
    if (!view.end) timer = setTimeout(() => void look(parts), view.windowEndsInMs + windowMarginMs);
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && session.read().view?.end === null) void look(parts);
  });
}

/** Everything that happens beside the screens. */
export function runEffects(parts: Parts): void {
  runEvents(parts);
  runClock(parts);
  runSteps(parts);
  watchForCamera(parts.session);
  runWakeLock(parts.session);
}
