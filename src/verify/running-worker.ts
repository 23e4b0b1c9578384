/** A worker says once that it is ready, or why it never will be; then it answers each task. */
export type WorkerMessage<Result> =
  | { readonly about: 'ready' }
  | { readonly about: 'done'; readonly result: Result }
  | { readonly about: 'failed'; readonly text: string };

/** A task that somebody waits for. */
export type WorkerJob<Task, Result> = {
  readonly task: Task;
  resolve(result: Result): void;
  reject(error: Error): void;
};

/** The other side of a worker: a thread or a process. */
export type WorkerChannel = {
  post(message: unknown): void;
  onMessage(hear: (message: unknown) => void): void;
  onError(hear: (error: Error) => void): void;
  /** Called once, when it is gone for whatever reason. */
  onExit(hear: () => void): void;
  end(): Promise<unknown>;
};

export type WorkerPlan = {
  /** What it does, as in "while it judged". */
  readonly pastTense: string;
  /** A job that takes longer ends the worker. */
  readonly deadlineMs: number;
};

/** One worker and the job it is at. */
export type RunningWorker<Task, Result> = {
  /** Resolves when the models are loaded; rejects with the worker's own words when they cannot be. */
  readonly ready: Promise<void>;
  /** Resolves when the worker is gone, for whatever reason; its job, if any, was then rejected. */
  readonly gone: Promise<void>;
  readonly isFree: boolean;
  /** Gives it a job; `isFree` must be true. `done` is called when it is free again. */
  start(job: WorkerJob<Task, Result>, done: () => void): void;
  stop(): Promise<void>;
};

/** Follows a worker that was just started. */
export function runWorker<Task, Result>(
  channel: WorkerChannel,
  { pastTense, deadlineMs }: WorkerPlan,
): RunningWorker<Task, Result> {
  let current: { job: WorkerJob<Task, Result>; done: () => void; timer: NodeJS.Timeout } | null = null;
  let isReady = false;
  let isGone = false;
  let failure: Error | null = null;

  const finish = (settle: (job: WorkerJob<Task, Result>) => void): void => {
    const finished = current;
    if (!finished) return;
    clearTimeout(finished.timer);
    current = null;
    settle(finished.job);
    finished.done();
  };
  const hear = (message: WorkerMessage<Result>): void => {
    if (message.about === 'done') finish((job) => job.resolve(message.result));
    else if (message.about === 'failed' && isReady) finish((job) => job.reject(new Error(message.text)));
    else if (message.about === 'failed') failure = new Error(message.text);
  };
  const ready = new Promise<void>((resolve, reject) => {
    channel.onMessage((message) => {
      const said = message as WorkerMessage<Result>;
      if (said.about === 'ready') {
        isReady = true;
        resolve();
      } else hear(said);
    });
    channel.onError((error) => {
      failure = error;
    });
    channel.onExit(() => reject(failure ?? new Error('A worker ended before it was ready.')));
  });
  // Whoever needs to know awaits `ready`; a later worker that fails to start is noticed by `gone`.
  ready.catch(() => {});
  const gone = new Promise<void>((resolve) => {
    channel.onExit(() => {
      isGone = true;
      finish((job) => job.reject(failure ?? new Error(`The worker ended while it ${pastTense}.`)));
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
        failure = new Error(`The worker that ${pastTense} was not done after ${deadlineMs} ms.`);
        void channel.end();
      }, deadlineMs);
      current = { job, done, timer };
      channel.post(job.task);
    },
    stop: async () => {
      await channel.end();
    },
  };
}
