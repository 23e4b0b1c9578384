import { JudgeBusy } from '../judgement.ts';
import type { WorkerJob } from '../running-worker.ts';
import { type CardProcess, startCardProcess } from './card-process.ts';
import type { CardReader, CardRequest, CardVerdict } from './card-verdict.ts';

export type CardPoolOptions = {
  /** Processes at most, each with its own models. */
  readonly workers: number;
  /** Cards that may wait. */
  readonly queueLimit: number;
  /** After this long without a card they end and their memory is given back. */
  readonly idleMs: number;
};

type CardJob = WorkerJob<CardRequest, CardVerdict>;

/** Reads cards in processes of their own. Nothing is loaded before the first card, nor after a while without any. */
export function createCardReader(options: CardPoolOptions): CardReader {
  const pool = new CardPool(options);
  return { read: (request) => pool.read(request), close: () => pool.close() };
}

class CardPool {
  readonly #options: CardPoolOptions;
  readonly #waiting: CardJob[] = [];
  readonly #processes = new Set<CardProcess>();
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
    await this.#stopProcesses();
  }

  #dispatch(): void {
    clearTimeout(this.#idleTimer);
    for (const process of this.#processes) {
      if (process.isFree && this.#waiting.length > 0) this.#start(process, this.#waiting.shift() as CardJob);
    }
    const busy = this.#running.size;
    const starting = this.#processes.size - busy;
    const { workers, idleMs } = this.#options;
    if (this.#waiting.length > starting && this.#processes.size < workers) this.#spawn();
    if (this.#waiting.length === 0 && busy === 0 && !this.#isClosing) {
      this.#idleTimer = setTimeout(() => this.#stopProcesses(), idleMs).unref();
    }
  }

  #start(process: CardProcess, job: CardJob): void {
    const done = new Promise<void>((resolve) => {
      process.start(job, () => {
        this.#running.delete(done);
        resolve();
        this.#dispatch();
      });
    });
    this.#running.add(done);
  }

  #spawn(): void {
    const process = startCardProcess();
    this.#processes.add(process);
    process.ready.then(
      () => this.#dispatch(),
      (error: Error) => this.#giveUp(error),
    );
    process.gone.then(() => {
      this.#processes.delete(process);
      if (!this.#isClosing && this.#waiting.length > 0) this.#dispatch();
    });
  }

  /** A process that cannot start will not start for the next card either: those who wait are told. */
  #giveUp(error: Error): void {
    if (this.#running.size > 0) return;
    for (const job of this.#waiting.splice(0)) job.reject(error);
  }

  async #stopProcesses(): Promise<void> {
    await Promise.all([...this.#processes].map((process) => process.stop()));
  }
}
