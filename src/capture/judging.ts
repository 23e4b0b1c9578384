import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attempt } from '../store/records.ts';
import { concludeAttempt, type Outcome } from '../token/conclude.ts';
import { settleById } from '../token/settle.ts';
import { JudgeBusy } from '../verify/judgement.ts';
import type { Changes } from './changes.ts';
import { engineFailure, type JudgeParts, judgeRecording } from './judge-recording.ts';
import { createOwedWork, isDiskTrouble, type OwedWork } from './owed-work.ts';
import { recordingName } from './upload.ts';

type Parts = JudgeParts & {
  readonly changes: Changes;
  readonly now: () => number;
  /** Private folder on the decoder's machine; whoever makes it empties it at start. */
  readonly scratchDir: string;
  readonly atOnce: number;
  readonly spoofLimit: number;
};

async function writeDown(parts: Parts, attempt: Attempt, outcome: Outcome): Promise<void> {
  const { store, now, changes, spoofLimit } = parts;
  const standing = await settleById(store, attempt.verificationId, now());
  if (standing?.verification.stage !== 'judging') return;
  if (!(await concludeAttempt(store, standing, attempt, now(), outcome, spoofLimit))) return;
  changes.announce(attempt.verificationId);
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

/** Hands submitted recordings to the judge and writes down what it says. */
export function createJudging(parts: Parts): OwedWork {
  const { store, log, atOnce } = parts;
  return createOwedWork({
    ...{ log, atOnce },
    verb: 'judge',
    owed: async () => (await store.attempts.owedVerdict()).map(({ seq }) => seq),
    handle: (seq) => handle(parts, seq),
  });
}
