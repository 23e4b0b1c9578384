import type { PageView } from '../../src/capture/page-shapes.ts';

/** How long after a broken stream the view is read again; the browser's own reconnecting goes on beside it. */
const reopenMs = 4_000;

/** `onView` gets each view; `onBroken` is called when the stream fails, so that the page asks once instead of guessing. */
export type FollowedViews = {
  readonly onView: (view: PageView) => void;
  readonly onBroken: () => void;
};

/**
 * Follows the verification by server-sent events. A stream that the server refused (the browser then does not
 * reconnect by itself) is opened again. Returns what stops the following.
 */
export function followViews(token: string, tabId: string, { onView, onBroken }: FollowedViews): () => void {
  const url = `/verify/api/events?token=${encodeURIComponent(token)}&tab=${encodeURIComponent(tabId)}`;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function open(): void {
    const stream = new EventSource(url);
    source = stream;
    stream.addEventListener('view', (event) =>
      onView(JSON.parse((event as MessageEvent<string>).data) as PageView),
    );
    stream.addEventListener('end', stop);
    stream.onerror = () => {
      onBroken();
      if (stream.readyState !== EventSource.CLOSED || source !== stream) return;
      clearTimeout(timer);
      timer = setTimeout(open, reopenMs);
    };
  }

  open();
  return stop;
}
