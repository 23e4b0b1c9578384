import { Worker } from 'node:worker_threads';
import type { AttackTask } from './attack-worker.ts';
import type { JudgedRow } from './judged-row.ts';

export type RunOptions = {
  /** Threads; each takes a core and 250 MB. */
  readonly processes: number;
  /** No new task is begun after this; Infinity: until all are done. */
  readonly minutes: number;
  /** A folder that recordings and challenges are copied to; null: they are forgotten. */
  readonly keepIn: string | null;
};

/** Makes and judges what is asked for, in its order; each row is handed on when it is there. */
export async function runTasks(
  tasks: readonly AttackTask[],
  options: RunOptions,
  take: (row: JudgedRow) => void,
): Promise<void> {
  const open = [...tasks];
  const endMs = performance.now() + 60_000 * options.minutes;
  const next = () => (performance.now() < endMs ? open.shift() : undefined);
  const threads = Math.min(options.processes, tasks.length);
  await Promise.all(Array.from({ length: threads }, () => workOff(next, options.keepIn, take)));
}

function workOff(
  next: () => AttackTask | undefined,
  keepIn: string | null,
  take: (row: JudgedRow) => void,
): Promise<void> {
  const worker = new Worker(new URL('./attack-worker.ts', import.meta.url), { workerData: { keepIn } });
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => resolve());
    worker.on('message', (message: JudgedRow | 'ready') => {
      if (message !== 'ready') take(message);
      worker.postMessage(next() ?? 'end');
    });
  });
}
