import type { WorkerResult, WorkerTask } from './judge-messages.ts';
import { JudgeBusy } from './judgement.ts';
import type { WorkerJob } from './running-worker.ts';

export type Job = WorkerJob<WorkerTask, WorkerResult>;

/** Tasks that wait for a worker: photos first, because a merchant's call waits for them, each kind in order of coming. */
export type JobQueue = {
  /** Rejects the job at once when the queue is full. */
  add(job: Job): void;
  next(): Job | undefined;
  readonly length: number;
  /** Rejects all that wait: nothing of them was started. */
  clear(reason: string): void;
};

export function createJobQueue(limit: number): JobQueue {
  const photos: Job[] = [];
  const recordings: Job[] = [];
  return {
    add(job) {
      if (photos.length + recordings.length >= limit) {
        job.reject(new JudgeBusy(`${limit} recordings and photos are already waiting to be judged.`));
        return;
      }
      (job.task.kind === 'inspect-portrait' ? photos : recordings).push(job);
    },
    next: () => photos.shift() ?? recordings.shift(),
    get length() {
      return photos.length + recordings.length;
    },
    clear(reason) {
      for (const job of [...photos.splice(0), ...recordings.splice(0)]) job.reject(new JudgeBusy(reason));
    },
  };
}
