import type { PageView } from '../../../src/capture/page-shapes.ts';
import type { FollowedViews } from '../events.ts';

/** How long after a broken stream it is opened again. */
const reopenMs = 4_000;

/** What one server-sent event says (WHATWG HTML §9.2.6), as far as our server uses it. */
function parseEvent(block: string): { readonly name: string; readonly data: string } {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? '';
  return { name: field('event'), data: field('data') };
}

/** Reads events until the stream ends; true where the server said that nothing more will come. */
async function readEvents(
  body: ReadableStream<Uint8Array>,
  onView: (view: PageView) => void,
): Promise<boolean> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return false;
    text += decoder.decode(value, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const { name, data } of blocks.map(parseEvent)) {
      if (name === 'view') onView(JSON.parse(data) as PageView);
      if (name === 'end') return true;
    }
  }
}

/**
 * Follows the views as `followViews` does, where the browser is known by a header: `EventSource` can send none. Returns
 * what stops the following.
 */
export function followByFetch(
  headers: Readonly<Record<string, string>>,
  { onView, onBroken }: FollowedViews,
): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function follow(): Promise<void> {
    for (;;) {
      const response = await fetch('/verify/api/events', { headers, signal }).catch(() => null);
      const isOver =
        response?.ok && response.body ? await readEvents(response.body, onView).catch(() => false) : false;
      if (isOver || signal.aborted) return;
      onBroken();
      await new Promise((resolve) => setTimeout(resolve, reopenMs));
      if (signal.aborted) return;
    }
  }

  void follow();
  return () => stopping.abort();
}
