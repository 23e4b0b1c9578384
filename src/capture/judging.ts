import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Attempt } from '../store/records.ts';
import { concludeAttempt, type Outcome } from '../token/conclude.ts';
import { settleById } from '../token/settle.ts';
import { JudgeBusy } from '../verify/judgement.ts';
import type { Changes } from './changes.ts';
import { engineFailure, type JudgeParts, judgeRecording } from './judge-recording.ts';
import { recordingName } from './upload.ts';

/**
 * Hands submitted recordings to the judge and writes down what it says. The queue is the store itself: whatever
 * is submitted and has no verdict is owed one, across crashes and restarts.
 */
export type Judging = {
  /** Call after a submission: somebody may be free to judge it. */
  nudge(): void;
  /** Takes no more; resolves when what is being judged is written down. The rest is judged after the next start. */
  stop(): Promise<void>;
};

type Parts = JudgeParts & {
  readonly changes: Changes;
  readonly now: () => number;
  /** Private folder on the decoder's machine; whoever makes it empties it at start. */
  readonly scratchDir: string;
  readonly atOnce: number;
  readonly spoofLimit: number;
};

/** Between two tries after a failure of ours (a full disk, a busy judge), so that a fault does not spin. */
const pauseMs = 1000;

async function writeDown(parts: Parts, attempt: Attempt, outcome: Outcome): Promise<void> {
  const { store, now, changes, spoofLimit } = parts;
  const standing = await settleById(store, attempt.verificationId, now());
  if (standing?.verification.stage !== 'judging') return;
  if (!(await concludeAttempt(store, standing, attempt, now(), outcome, spoofLimit))) return;
  changes.announce(attempt.verificationId);
}

/**
 * A disk that is full, read-only or away is not the recording's fault and may be mended: the verdict waits. A
 * recording that is gone (ENOENT) will not come back.
 */
function isDiskTrouble(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return typeof syscall === 'string' && code !== 'ENOENT';
}

async function outcomeFor(parts: Parts, attempt: Attempt, folder: string): Promise<Outcome | null> {
  const { store, log } = parts;
  const verification = await store.verifications.byId(attempt.verificationId);
  if (!verification) return null;
  try {
    return await judgeRecording(parts, verification, attempt, folder);
  } catch (error) {
    if (error instanceof JudgeBusy || isDiskTrouble(error)) throw error;
    log.error({ attempt: attempt.seq, error }, 'the judge failed');
    return engineFailure(attempt, error);
  }
}

async function handle(parts: Parts, seq: string): Promise<void> {
  const attempt = await parts.store.attempts.bySeq(seq);
  if (attempt?.stage !== 'submitted') return;
  const folder = await mkdtemp(join(parts.scratchDir, 'judging-'));
  try {
    const outcome = await outcomeFor(parts, attempt, folder);
    if (!outcome) return;
    await writeDown(parts, attempt, outcome);
    if (outcome.videoId && outcome.videoId !== recordingName(seq)) {
      await parts.store.media.delete(attempt.verificationId, recordingName(seq));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function createJudging(parts: Parts): Judging {
  const running = new Map<string, Promise<void>>();
  const stopping = new AbortController();

  async function fill(): Promise<void> {
    for (const { seq } of await parts.store.attempts.owedVerdict()) {
      if (stopping.signal.aborted || running.size >= parts.atOnce) return;
      if (!running.has(seq)) running.set(seq, work(seq));
    }
  }

  async function work(seq: string): Promise<void> {
    try {
      await handle(parts, seq);
    } catch (error) {
      parts.log.error({ attempt: seq, error }, 'an attempt could not be judged now; it will be tried again');
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    running.delete(seq);
    nudge();
  }

  function nudge(): void {
    if (stopping.signal.aborted) return;
    fill().catch((error) => parts.log.error({ error }, 'the queue could not be read'));
  }

  return {
    nudge,
    async stop() {
      stopping.abort();
      await Promise.all(running.values());
    },
  };
}
