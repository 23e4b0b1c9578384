import { randomUUID } from 'node:crypto';
import type { Attempt } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { attemptsLeft, runningAttempt } from '../token/attempts-made.ts';
import { isCardConfirmed } from '../token/cards-made.ts';
import type { Standing } from '../token/standing.ts';
import { dropPieces } from '../token/unsubmitted.ts';
import { challengeFor } from './challenge/attempt-level.ts';
import { isWhole } from './challenge/chunks.ts';
import type { AttemptRequest, GiveUpReason, RecordingNotice } from './page-shapes.ts';
import { Refused } from './refused.ts';

export type AttemptLimits = {
  /** Length of a silent recording, in ms. */
  readonly recordMs: number;
  /** Recordings with a challenge that may be broken off in one verification, uncharged. */
  readonly giveUpsLimit: number;
};

/** What the browser says of itself, and nothing more than what is asked for. */
function claimsOf({ source, wants, mimeType, cameraLabel, frameWidth, frameHeight }: AttemptRequest) {
  return {
    source,
    mimeType,
    ...(wants !== undefined && { wants }),
    ...(cameraLabel !== undefined && { cameraLabel }),
    ...(frameWidth !== undefined && { frameWidth }),
    ...(frameHeight !== undefined && { frameHeight }),
  };
}

function newAttempt(
  { verification, attempts }: Standing,
  request: AttemptRequest,
  asked: ReturnType<typeof challengeFor>,
  nowMs: number,
): Attempt {
  const { plan } = verification;
  return {
    seq: randomUUID(),
    verificationId: verification.id,
    ordinal: attempts.length + 1,
    stage: 'recording',
    startedAtMs: nowMs,
    timeoutAtMs: nowMs + plan.livenessTimeoutSeconds * 1000,
    ...asked,
    claims: claimsOf(request),
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
    motionTraceId: null,
    chunks: [],
    shown: [],
    givenUpFor: null,
  };
}

/** Challenges that were looked at and not answered, however the recording was broken off, the running one too. */
function challengesGivenUp(attempts: readonly Attempt[]): number {
  const isOpen = ({ stage }: Attempt) => stage === 'void' || stage === 'recording' || stage === 'uploading';
  return attempts.filter((attempt) => attempt.challenge && isOpen(attempt)).length;
}

/**
 * The first good frame: a new attempt with a challenge of its own, and its liveness clock starts. An unfinished one before
 * it is given up, uncharged: a reload or a lost camera costs the customer nothing. Only so often: nobody may look at one
 * challenge after the other until an easy one comes.
 */
export async function beginAttempt(
  store: Store,
  standing: Standing,
  request: AttemptRequest,
  { recordMs, giveUpsLimit }: AttemptLimits,
  nowMs: number,
): Promise<Attempt> {
  const { verification, attempts, cards } = standing;
  const { checkMode } = verification.plan;
  if (!verification.plan.skipPrivacyPolicy && !verification.consent) throw new Refused('no-consent');
  if (verification.stage !== 'opened' && verification.stage !== 'liveness') throw new Refused('wrong-stage');
  if (checkMode === 4 || (checkMode === 1 && !isCardConfirmed(cards))) throw new Refused('wrong-stage');
  if (attemptsLeft(verification, attempts) === 0) throw new Refused('no-attempts-left');
  const asked = challengeFor(verification.plan, request, recordMs);
  if (asked.challenge && challengesGivenUp(attempts) >= giveUpsLimit) throw new Refused('given-up-too-often');
  const unfinished = runningAttempt(attempts);
  const giveUp = unfinished ? ({ seq: unfinished.seq, changes: { stage: 'void' } } as const) : undefined;
  if (!(await store.verifications.move(verification.id, verification.stage, 'liveness', {}, giveUp))) {
    throw new Refused('wrong-stage');
  }
  const attempt = newAttempt(standing, request, asked, nowMs);
  await store.attempts.add(attempt);
  if (unfinished) await dropPieces(store, unfinished);
  return attempt;
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
  if (!isWhole(attempt, notice)) throw new Refused('wrong-content');
  await store.attempts.amend(attempt.seq, {
    stage: 'uploading',
    totalBytes: notice.bytes,
    sha256: notice.sha256,
    shown: (notice.shown ?? []).map(({ what, atMs }) => ({ what, atMs })),
  });
}

/** The page gives up a recording that it cannot finish; not charged, and the next one gets a fresh challenge. */
export async function giveUpAttempt(
  store: Store,
  { verification }: Standing,
  attempt: Attempt,
  givenUpFor: GiveUpReason | null,
): Promise<void> {
  if (attempt.stage === 'submitted') throw new Refused('wrong-stage');
  const changes = { seq: attempt.seq, changes: { stage: 'void', givenUpFor } } as const;
  await store.verifications.move(verification.id, 'liveness', 'opened', {}, changes);
  await dropPieces(store, attempt);
}
