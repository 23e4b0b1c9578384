import type { FastifyReply } from 'fastify';
import type { Changes } from './changes.ts';
import type { PageView } from './page-shapes.ts';

/** Proxies cut silent connections after 30 to 60 s; a comment line this often keeps them open. */
const heartbeatMs = 15_000;

/**
 * Streams the view of a verification as server-sent events (WHATWG HTML §9.2): one at once, one at each change,
 * and a last one when it has ended. The browser reconnects by itself. `closing` ends the stream: a server that stops
 * waits for its answers, and this one has no end of its own.
 */
export async function streamViews(
  reply: FastifyReply,
  changes: Changes,
  verificationId: string,
  readView: () => Promise<PageView | null>,
  closing: AbortSignal,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  let last = '';

  async function send(): Promise<void> {
    const view = await readView().catch(() => null);
    if (raw.writableEnded) return;
    if (!view) return void raw.end();
    const data = JSON.stringify(view);
    // Only what a person could see changed: the remaining time alone is no news.
    const news = JSON.stringify({ ...view, windowEndsInMs: 0, attempt: { ...view.attempt, timeoutInMs: 0 } });
    if (news !== last) raw.write(`event: view\ndata: ${data}\n\n`);
    last = news;
    if (view.end) raw.end('event: end\ndata: {}\n\n');
  }

  let sending: Promise<void> = Promise.resolve();
  const sendInTurn = () => {
    sending = sending.then(send);
  };
  const stopListening = changes.listen(verificationId, sendInTurn);
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs);
  const end = () => void raw.end();
  closing.addEventListener('abort', end);
  raw.on('close', () => {
    clearInterval(heartbeat);
    stopListening();
    closing.removeEventListener('abort', end);
  });
  sendInTurn();
  await sending;
}
