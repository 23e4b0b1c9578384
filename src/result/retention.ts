import type { Log } from '../operate/log.ts';
import type { Store } from '../store/store.ts';
import { settleById } from '../token/settle.ts';

export type Retention = {
  /** Ends what time has ended and erases what is due. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
};

type Parts = {
  readonly store: Store;
  readonly log: Log;
  readonly now: () => number;
  readonly rememberErasedDays: number;
  /** Told the id of each verification that the sweep has brought up to the present. */
  readonly announce: (verificationId: string) => void;
};

const dayMs = 86_400_000;
/** Longer than an Apply takes, which looks a rule up before it points at it. */
const removedRuleMs = 3_600_000;
const sweepEveryMs = 5_000;

async function endWhatIsOver({ store, announce }: Parts, nowMs: number): Promise<void> {
  const timedOut = (await store.attempts.timedOut(nowMs)).map((attempt) => attempt.verificationId);
  for (const id of new Set([...timedOut, ...(await store.verifications.overdue(nowMs))])) {
    await settleById(store, id, nowMs);
    announce(id);
  }
}

async function eraseWhatIsDue({ store, log, rememberErasedDays }: Parts, nowMs: number): Promise<void> {
  for (const id of await store.verifications.dueForErasure(nowMs)) {
    await store.verifications.erase(id, 'expired', nowMs + rememberErasedDays * dayMs);
    await store.audit.append('verification.erased', { verification: id, how: 'expired' });
    log.info({ verification: id }, 'erased: its time to be read is over');
  }
  await store.verifications.forgetErased(nowMs);
  await store.rules.forgetRemoved(nowMs - removedRuleMs);
}

/** Keeps, expires, erases: every few seconds while the server runs, and once at its start. */
export function startRetention(parts: Parts): Retention {
  let sweeping: Promise<void> = Promise.resolve();
  const sweep = () => {
    sweeping = sweeping.then(async () => {
      const nowMs = parts.now();
      await endWhatIsOver(parts, nowMs);
      await eraseWhatIsDue(parts, nowMs);
    });
    return sweeping;
  };
  const sweepSafely = () =>
    sweep().catch((error) => {
      parts.log.error({ error }, 'the sweep failed; it will be tried again');
      sweeping = Promise.resolve();
    });
  const timer = setInterval(sweepSafely, sweepEveryMs);
  sweepSafely();
  return {
    sweep,
    async stop() {
      clearInterval(timer);
      await sweeping.catch(() => undefined);
    },
  };
}
