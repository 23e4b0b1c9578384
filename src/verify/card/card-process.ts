import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type RunningWorker, runWorker, type WorkerChannel } from '../running-worker.ts';
import type { CardRequest, CardVerdict } from './card-verdict.ts';

/** The slowest card seen took 6 s on a crowded machine; a hostile picture must not hold up the others for ever. */
const deadlineMs = 60_000;

/** Of JavaScript's own heap. Pictures and models lie outside of it: `photoLimits` bounds the one, the manifest the other. */
const heapMegabytes = 256;

/**
 * One pool of memory for all threads of the process: with the C library's eight a core it grew to 505 MB over twelve cards,
 * with one to 405, no slower (measured 2026-11). Other C libraries pass over the name.
 */
export const cardMemory = { MALLOC_ARENA_MAX: '1' };

export type CardProcess = RunningWorker<CardRequest, CardVerdict>;

/**
 * Starts a process that reads cards. Not a thread: of a thread that ended, the runtime gave back 70 of 360 MB, and the next
 * one took 130 more (measured 2026-11); and a picture that brings down a decoder must not bring down the server.
 */
export function startCardProcess(): CardProcess {
  return runWorker(openProcess(), { pastTense: 'read a card', deadlineMs });
}

function openProcess(): WorkerChannel {
  const child = fork(fileURLToPath(new URL('./card-worker.ts', import.meta.url)), {
    serialization: 'advanced',
    env: { ...process.env, ...cardMemory },
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    // A child that died in this moment cannot be written to; its end tells.
    post: (message) => child.send(message as object, () => undefined),
    onMessage: (hear) => child.on('message', hear),
    onError: (hear) => child.on('error', hear),
    onExit: (hear) => child.once('close', () => hear()),
    end: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
