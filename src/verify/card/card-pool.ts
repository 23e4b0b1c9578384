import { JudgeBusy } from '../judgement.ts';
import { startWorkerThread, type ThreadJob, type WorkerThread } from '../worker-thread.ts';
import type { CardReader, CardRequest, CardVerdict } from './card-verdict.ts';

export type CardPoolOptions = {
  /** Threads at most, each with its own models. */
  readonly workers: number;
  /** Cards that may wait. */
  readonly queueLimit: number;
  /** After this long without a card the threads end and their memory is given back. */
  readonly idleMs: number;
};

/** The slowest card seen took 6 s on a crowded machine; a hostile picture must not hold up the others for ever. */
const deadlineMs = 60_000;

/** Of JavaScript's own heap. Pictures and models lie outside of it: `photoLimits` bounds the one, the manifest the other. */
const resourceLimits = { maxOldGenerationSizeMb: 256 } as const;

type CardThread = WorkerThread<CardRequest, CardVerdict>;
type CardJob = ThreadJob<CardRequest, CardVerdict>;

/** Reads cards in threads of their own. Nothing is loaded before the first card, nor after a while without any. */
export function createCardReader(options: CardPoolOptions): CardReader {
  const pool = new CardPool(options);
  return { read: (request) => pool.read(request), close: () => pool.close() };
}

class CardPool {
  readonly #options: CardPoolOptions;
  readonly #waiting: CardJob[] = [];
  readonly #threads = new Set<CardThread>();
  readonly #running = new Set<Promise<void>>();
  #idleTimer: NodeJS.Timeout | undefined;
  #isClosing = false;

  constructor(options: CardPoolOptions) {
    this.#options = options;
  }

  read(task: CardRequest): Promise<CardVerdict> {
    if (this.#isClosing) return Promise.reject(new JudgeBusy('The server is stopping.'));
    if (this.#waiting.length >= this.#options.queueLimit) {
      return Promise.reject(new JudgeBusy(`${this.#waiting.length} cards are already waiting to be read.`));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    clearTimeout(this.#idleTimer);
    for (const job of this.#waiting.splice(0)) job.reject(new JudgeBusy('The server is stopping.'));
    await Promise.all(this.#running);
    await this.#stopThreads();
  }

  #dispatch(): void {
    clearTimeout(this.#idleTimer);
    for (const thread of this.#threads) {
      if (thread.isFree && this.#waiting.length > 0) this.#start(thread, this.#waiting.shift() as CardJob);
    }
    const busy = this.#running.size;
    const starting = this.#threads.size - busy;
    const { workers, idleMs } = this.#options;
    if (this.#waiting.length > starting && this.#threads.size < workers) this.#spawn();
    if (this.#waiting.length === 0 && busy === 0 && !this.#isClosing) {
      this.#idleTimer = setTimeout(() => this.#stopThreads(), idleMs).unref();
    }
  }

  #start(thread: CardThread, job: CardJob): void {
    const done = new Promise<void>((resolve) => {
      thread.start(job, () => {
        this.#running.delete(done);
        resolve();
        this.#dispatch();
      });
    });
    this.#running.add(done);
  }

  #spawn(): void {
    const module = new URL('./card-worker.ts', import.meta.url);
    const thread: CardThread = startWorkerThread({
      ...{ module, deadlineMs, resourceLimits },
      pastTense: 'read a card',
    });
    this.#threads.add(thread);
    thread.ready.then(
      () => this.#dispatch(),
      (error: Error) => this.#giveUp(error),
    );
    thread.gone.then(() => {
      this.#threads.delete(thread);
      if (!this.#isClosing && this.#waiting.length > 0) this.#dispatch();
    });
  }

  /** A thread that cannot start will not start for the next card either: those who wait are told. */
  #giveUp(error: Error): void {
    if (this.#running.size > 0) return;
    for (const job of this.#waiting.splice(0)) job.reject(error);
  }

  async #stopThreads(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.stop()));
  }
}
