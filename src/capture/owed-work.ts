import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../operate/log.ts';

/** Work that is owed to customers: whatever the store says is owed is done, across crashes and restarts. */
export type OwedWork = {
  /** Call after a submission: somebody may be free to do it. */
  nudge(): void;
  /** Takes no more; resolves when what is being done is written down. The rest is done after the next start. */
  stop(): Promise<void>;
};

type Parts = {
  readonly log: Log;
  /** What is done, for the log: `judge`, `read`. */
  readonly verb: string;
  /** Ids of all that is owed, oldest first: the queue is the store itself. */
  readonly owed: () => Promise<readonly string[]>;
  /** Does one, and writes down how it went. When it throws the work is still owed, and tried again. */
  readonly handle: (id: string) => Promise<void>;
  readonly atOnce: number;
};

/** Between two tries after a failure of ours (a full disk, a busy judge), so that a fault does not spin. */
const pauseMs = 1000;

export function createOwedWork({ log, verb, owed, handle, atOnce }: Parts): OwedWork {
  const running = new Map<string, Promise<void>>();
  const stopping = new AbortController();

  async function fill(): Promise<void> {
    for (const id of await owed()) {
      if (stopping.signal.aborted || running.size >= atOnce) return;
      if (!running.has(id)) running.set(id, work(id));
    }
  }

  async function work(id: string): Promise<void> {
    try {
      await handle(id);
    } catch (error) {
      log.error({ id, verb, error }, 'what was sent could not be judged or read now; it will be tried again');
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    running.delete(id);
    nudge();
  }

  function nudge(): void {
    if (stopping.signal.aborted) return;
    fill().catch((error) => log.error({ verb, error }, 'the queue could not be read'));
  }

  return {
    nudge,
    async stop() {
      stopping.abort();
      await Promise.all(running.values());
    },
  };
}

/**
 * A disk that is full, read-only or away is not the evidence's fault and may be mended: the work waits. A file that is
 * gone (ENOENT) will not come back.
 */
export function isDiskTrouble(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return typeof syscall === 'string' && code !== 'ENOENT';
}
