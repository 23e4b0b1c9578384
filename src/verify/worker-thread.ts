import { type ResourceLimits, Worker } from 'node:worker_threads';

/** A worker says once that it is ready, or dies saying why it never will be; then it answers each task. */
export type ThreadMessage<Result> =
  | { readonly about: 'ready' }
  | { readonly about: 'done'; readonly result: Result }
  | { readonly about: 'failed'; readonly text: string };

/** A task that somebody waits for. */
export type ThreadJob<Task, Result> = {
  readonly task: Task;
  resolve(result: Result): void;
  reject(error: Error): void;
};

export type ThreadPlan = {
  readonly module: URL;
  readonly data?: unknown;
  /** What its thread does, as in "while it judged". */
  readonly pastTense: string;
  /** A job that takes longer ends the thread. */
  readonly deadlineMs: number;
  readonly resourceLimits?: ResourceLimits;
};

/** One worker thread and the job it is at. */
export type WorkerThread<Task, Result> = {
  /** Resolves when the models are loaded; rejects with the worker's own words when they cannot be. */
  readonly ready: Promise<void>;
  /** Resolves when the thread is gone, for whatever reason; its job, if any, was then rejected. */
  readonly gone: Promise<void>;
  readonly isFree: boolean;
  /** Gives it a job; `isFree` must be true. `done` is called when it is free again. */
  start(job: ThreadJob<Task, Result>, done: () => void): void;
  stop(): Promise<void>;
};

export function startWorkerThread<Task, Result>(plan: ThreadPlan): WorkerThread<Task, Result> {
  const { module, data, pastTense, deadlineMs, resourceLimits } = plan;
  const worker = new Worker(module, { workerData: data, ...(resourceLimits ? { resourceLimits } : {}) });
  let current: { job: ThreadJob<Task, Result>; done: () => void; timer: NodeJS.Timeout } | null = null;
  let isReady = false;
  let isGone = false;
  let failure: Error | null = null;

  const finish = (settle: (job: ThreadJob<Task, Result>) => void): void => {
    const finished = current;
    if (!finished) return;
    clearTimeout(finished.timer);
    current = null;
    settle(finished.job);
    finished.done();
  };
  const hear = (message: ThreadMessage<Result>): void => {
    if (message.about === 'done') finish((job) => job.resolve(message.result));
    else if (message.about === 'failed') finish((job) => job.reject(new Error(message.text)));
  };
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: ThreadMessage<Result>) => {
      if (message.about === 'ready') {
        isReady = true;
        resolve();
      } else hear(message);
    });
    worker.on('error', (error) => {
      failure = error instanceof Error ? error : new Error(String(error));
    });
    worker.once('exit', () => reject(failure ?? new Error('A thread ended before it was ready.')));
  });
  // Whoever needs to know awaits `ready`; a later thread that fails to start is noticed by `gone`.
  ready.catch(() => {});
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      isGone = true;
      finish((job) => job.reject(failure ?? new Error(`The thread ended while it ${pastTense}.`)));
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
        failure = new Error(`The thread that ${pastTense} was not done after ${deadlineMs} ms.`);
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
