// The process that reads cards: loads every model, says that it is ready, then reads one card after the other.
import type { WorkerMessage } from '../running-worker.ts';
import type { CardRequest, CardVerdict } from './card-verdict.ts';
import { loadCardKit, readCard } from './read-card.ts';

/** One that has grown beyond this ends after its card, and another takes its place: 450 MB are usual (measured 2026-11). */
const mostBytes = 700_000_000;

if (!process.send) throw new Error('card-worker.ts runs as a child process only.');
const say = (message: WorkerMessage<CardVerdict>): void => void process.send?.(message);
const sayWhy = (error: unknown): void =>
  say({ about: 'failed', text: error instanceof Error ? error.message : String(error) });

// A signal to the whole group is for the server to answer: it ends this process when the card is read.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

try {
  const kit = await loadCardKit();
  process.on('message', (request: CardRequest) => {
    readCard(kit, request)
      .then((result) => say({ about: 'done', result }), sayWhy)
      .then(() => {
        if (process.memoryUsage.rss() > mostBytes) process.disconnect();
      });
  });
  say({ about: 'ready' });
} catch (error) {
  sayWhy(error);
  process.disconnect();
}
