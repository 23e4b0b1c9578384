import { buffer } from 'node:stream/consumers';
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

/** The traces of earlier recordings, read once each; what was erased is gone from memory with the next question. */
export function createEarlierRecordings(store: Store): EarlierRecordings {
  const known = new Map<string, ReadonlyMap<string, EarlierRecording>>();

  async function read({
    seq,
    verificationId,
    motionTraceId,
  }: TracedAttempt): Promise<EarlierRecording | null> {
    try {
      return { seq, trace: traceFrom(await buffer(store.media.read(verificationId, motionTraceId))) };
    } catch (error) {
      // Erased since it was listed.
      if ((await store.attempts.bySeq(seq)) === null) return null;
      throw error;
    }
  }

  return {
    async before({ accountId }, { seq: own }) {
      const listed = await store.attempts.traced(accountId, kept);
      const found: EarlierRecording[] = [];
      for (const traced of listed) {
        if (traced.seq === own) continue;
        const recording = known.get(accountId)?.get(traced.seq) ?? (await read(traced));
        if (recording) found.push(recording);
      }
      known.set(accountId, new Map(found.map((recording) => [recording.seq, recording])));
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
