import { randomUUID } from 'node:crypto';
import type { Attempt } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { attemptsLeft, runningAttempt } from '../token/attempts-made.ts';
import { isCardConfirmed } from '../token/cards-made.ts';
import type { Standing } from '../token/settle.ts';
import type { AttemptRequest, RecordingNotice } from './page-shapes.ts';
import { Refused } from './refused.ts';
import { dropPieces } from './upload.ts';

function newAttempt(standing: Standing, request: AttemptRequest, recordMs: number, nowMs: number): Attempt {
  const { verification, attempts } = standing;
  const { plan } = verification;
  return {
    seq: randomUUID(),
    verificationId: verification.id,
    ordinal: attempts.length + 1,
    stage: 'recording',
    startedAtMs: nowMs,
    timeoutAtMs: nowMs + plan.livenessTimeoutSeconds * 1000,
    recordMs,
    claims: { ...request },
    totalBytes: null,
    sha256: null,
    receivedBytes: 0,
    submittedAtMs: null,
    judgedAtMs: null,
    errorCode: null,
    livenessCode: null,
    compareCode: null,
    similarity: null,
    judgement: null,
    videoId: null,
    bestFrameId: null,
    appliedSecurityLevel: plan.appliedSecurityLevel,
    downgradeReason: plan.downgradeReason,
  };
}

/**
 * The first good frame: a new attempt, and its liveness clock starts. An unfinished one before it is given up,
 * uncharged: a reload or a lost camera costs the customer nothing.
 */
export async function beginAttempt(
  store: Store,
  standing: Standing,
  request: AttemptRequest,
  recordMs: number,
  nowMs: number,
): Promise<void> {
  const { verification, attempts, cards } = standing;
  const { checkMode } = verification.plan;
  if (!verification.plan.skipPrivacyPolicy && !verification.consent) throw new Refused('no-consent');
  if (verification.stage !== 'opened' && verification.stage !== 'liveness') throw new Refused('wrong-stage');
  if (checkMode === 4 || (checkMode === 1 && !isCardConfirmed(cards))) throw new Refused('wrong-stage');
  if (attemptsLeft(verification, attempts) === 0) throw new Refused('no-attempts-left');
  const unfinished = runningAttempt(attempts);
  const giveUp = unfinished ? ({ seq: unfinished.seq, changes: { stage: 'void' } } as const) : undefined;
  if (!(await store.verifications.move(verification.id, verification.stage, 'liveness', {}, giveUp))) {
    throw new Refused('wrong-stage');
  }
  await store.attempts.add(newAttempt(standing, request, recordMs, nowMs));
  if (unfinished) await dropPieces(store, unfinished);
}

/** The running attempt of this Seq; others are not to be touched. */
export function runningBySeq({ attempts }: Standing, seq: string): Attempt {
  const running = runningAttempt(attempts);
  if (!running || running.seq !== seq) throw new Refused('wrong-stage');
  return running;
}

/**
 * The recording is over: its size and hash are fixed before its bytes come, and the liveness clock stops here,
 * however slowly they follow. Saying the same again is harmless.
 */
export async function fixRecording(
  store: Store,
  attempt: Attempt,
  notice: RecordingNotice,
  maxVideoBytes: number,
): Promise<void> {
  if (attempt.stage === 'uploading' || attempt.stage === 'submitted') {
    if (attempt.totalBytes === notice.bytes && attempt.sha256 === notice.sha256) return;
    throw new Refused('wrong-content');
  }
  if (notice.bytes > maxVideoBytes) throw new Refused('too-large');
  await store.attempts.amend(attempt.seq, {
    stage: 'uploading',
    totalBytes: notice.bytes,
    sha256: notice.sha256,
  });
}

/** The page gives up a recording that it cannot finish; not charged. */
export async function giveUpAttempt(
  store: Store,
  { verification }: Standing,
  attempt: Attempt,
): Promise<void> {
  if (attempt.stage === 'submitted') throw new Refused('wrong-stage');
  const changes = { seq: attempt.seq, changes: { stage: 'void' } } as const;
  await store.verifications.move(verification.id, 'liveness', 'opened', {}, changes);
  await dropPieces(store, attempt);
}
