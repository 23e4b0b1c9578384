import type { WorkerResult, WorkerStart, WorkerTask } from './judge-messages.ts';
import { startWorkerThread, type WorkerThread } from './worker-thread.ts';

/** Decoding has 60 s of wall clock at most (`limits.wallMs`), the networks some more on a crowded machine. */
const deadlineMs = 90_000;

export type JudgeThread = WorkerThread<WorkerTask, WorkerResult>;

export function startThread(data: WorkerStart): JudgeThread {
  const module = new URL('./judge-worker.ts', import.meta.url);
  return startWorkerThread({ module, data, deadlineMs, pastTense: 'judged' });
}
