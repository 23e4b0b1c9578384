import { Worker } from 'node:worker_threads';
import type { Job } from './job-queue.ts';
import type { WorkerMessage, WorkerStart } from './judge-messages.ts';

/** Decoding has 60 s of wall clock at most (`limits.wallMs`), the networks some more on a crowded machine. */
const deadlineMs = 90_000;

/** One worker thread and the job it is at. */
export type JudgeThread = {
  /** Resolves when the models are loaded; rejects with the worker's own words when they cannot be. */
  readonly ready: Promise<void>;
  /** Resolves when the thread is gone, for whatever reason; its job, if any, was then rejected. */
  readonly gone: Promise<void>;
  readonly isFree: boolean;
  /** Gives it a job; `isFree` must be true. `done` is called when it is free again. */
  start(job: Job, done: () => void): void;
  stop(): Promise<void>;
};

export function startThread(data: WorkerStart): JudgeThread {
  const worker = new Worker(new URL('./judge-worker.ts', import.meta.url), { workerData: data });
  let current: { job: Job; done: () => void; timer: NodeJS.Timeout } | null = null;
  let isReady = false;
  let isGone = false;
  let failure: Error | null = null;

  const finish = (settle: (job: Job) => void): void => {
    const finished = current;
    if (!finished) return;
    clearTimeout(finished.timer);
    current = null;
    settle(finished.job);
    finished.done();
  };
  const hear = (message: WorkerMessage): void => {
    if (message.about === 'done') finish((job) => job.resolve(message.result));
    else if (message.about === 'failed') finish((job) => job.reject(new Error(message.text)));
  };
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.about === 'ready') {
        isReady = true;
        resolve();
      } else hear(message);
    });
    worker.on('error', (error) => {
      failure = error instanceof Error ? error : new Error(String(error));
    });
    worker.once('exit', () => reject(failure ?? new Error('A judging thread ended before it was ready.')));
  });
  // Whoever needs to know awaits `ready`; a later thread that fails to start is noticed by `gone`.
  ready.catch(() => {});
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      isGone = true;
      finish((job) => job.reject(failure ?? new Error('The judging thread ended while it judged.')));
      resolve();
    });
  });
  return {
    ready,
    gone,
    get isFree() {
      return isReady && !isGone && current === null;
    },
    start(job, done) {
      const timer = setTimeout(() => {
        failure = new Error(`The judge was not done after ${deadlineMs} ms.`);
        worker.terminate();
      }, deadlineMs);
      current = { job, done, timer };
      worker.postMessage(job.task);
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
