// The thread that reads cards: loads every model, says that it is ready, then reads one card after the other.
import { parentPort } from 'node:worker_threads';
import type { ThreadMessage } from '../worker-thread.ts';
import type { CardRequest, CardVerdict } from './card-verdict.ts';
import { loadCardKit, readCard } from './read-card.ts';

if (!parentPort) throw new Error('card-worker.ts runs as a worker thread only.');
const port = parentPort;
const say = (message: ThreadMessage<CardVerdict>): void => port.postMessage(message);

const kit = await loadCardKit();
port.on('message', (request: CardRequest) => {
  readCard(kit, request).then(
    (result) => say({ about: 'done', result }),
    (error: unknown) =>
      say({ about: 'failed', text: error instanceof Error ? error.message : String(error) }),
  );
});
say({ about: 'ready' });
