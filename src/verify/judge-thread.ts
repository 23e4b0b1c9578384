import { Worker } from 'node:worker_threads';
import type { WorkerResult, WorkerStart, WorkerTask } from './judge-messages.ts';
import { type RunningWorker, runWorker, type WorkerChannel } from './running-worker.ts';

/** Decoding has 60 s of wall clock at most (`limits.wallMs`), the networks some more on a crowded machine. */
const deadlineMs = 90_000;

export type JudgeThread = RunningWorker<WorkerTask, WorkerResult>;

/** `patienceMs`: a task that takes longer ends the thread. */
export function startThread(data: WorkerStart, patienceMs = deadlineMs): JudgeThread {
  return runWorker(openThread(data), { pastTense: 'judged', deadlineMs: patienceMs });
}

function openThread(workerData: WorkerStart): WorkerChannel {
  const worker = new Worker(new URL('./judge-worker.ts', import.meta.url), { workerData });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (hear) => worker.on('message', hear),
    onError: (hear) =>
      worker.on('error', (error) => hear(error instanceof Error ? error : new Error(String(error)))),
    onExit: (hear) => worker.once('exit', () => hear()),
    end: () => worker.terminate(),
  };
}
