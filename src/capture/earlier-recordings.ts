import { buffer } from 'node:stream/consumers';
import type { Log } from '../operate/log.ts';
import type { Attempt, Verification } from '../store/records.ts';
import type { Store, TracedAttempt } from '../store/store.ts';
import type { EarlierRecording } from '../verify/liveness/replay/find-replay.ts';
import type { MotionTrace } from '../verify/liveness/replay/motion-trace.ts';

export type EarlierRecordings = {
  /** The same merchant's latest recordings but the attempt's own, whatever came of them: who was refused tries again. */
  before(verification: Verification, attempt: Attempt): Promise<readonly EarlierRecording[]>;
};

/** As many are held against each new one, at 0.1 ms each; in memory they take 2 MB a merchant. */
const kept = 500;
/** How long they stay in memory where no further recording comes. */
const memoryMs = 60_000;

/** The traces of earlier recordings, read once each; what was erased leaves memory with the next question, or a minute after the last. */
export function createEarlierRecordings({ store, log }: { store: Store; log: Log }): EarlierRecordings {
  const known = new Map<string, ReadonlyMap<string, EarlierRecording>>();
  const endings = new Map<string, NodeJS.Timeout>();

  /** Null where it was erased since it was listed, or cannot be read: one bad file must not stop every later judgement. */
  async function read(traced: TracedAttempt): Promise<EarlierRecording | null> {
    const { seq, verificationId, motionTraceId } = traced;
    try {
      return { seq, trace: traceFrom(await buffer(store.media.read(verificationId, motionTraceId))) };
    } catch (error) {
      if (await store.attempts.bySeq(seq)) {
        log.warn({ attempt: seq, error }, 'what is kept of an earlier recording cannot be read');
      }
      return null;
    }
  }

  function remember(accountId: string, found: readonly EarlierRecording[]): void {
    known.set(accountId, new Map(found.map((recording) => [recording.seq, recording])));
    clearTimeout(endings.get(accountId));
    endings.set(accountId, setTimeout(() => known.delete(accountId), memoryMs).unref());
  }

  return {
    async before({ accountId }, { seq: own }) {
      const found: EarlierRecording[] = [];
      for (const traced of await store.attempts.traced(accountId, kept)) {
        if (traced.seq === own) continue;
        const recording = known.get(accountId)?.get(traced.seq) ?? (await read(traced));
        if (recording) found.push(recording);
      }
      remember(accountId, found);
      return found;
    },
  };
}

/** As it is kept: two bytes a value, the lower first. */
export function bytesOf(trace: MotionTrace): Uint8Array {
  return new Uint8Array(trace.buffer, trace.byteOffset, trace.byteLength);
}

function traceFrom(bytes: Buffer): MotionTrace {
  return new Int16Array(new Uint8Array(bytes).buffer);
}
