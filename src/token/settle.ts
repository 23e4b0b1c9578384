import { resultCodes } from '../result-codes.ts';
import type { Attempt, Verification } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { judgedAttempts, runningAttempt } from './attempts-made.ts';
import { concludeAttempt } from './conclude.ts';
import { isTerminal, owesVerdict } from './stages.ts';
import type { Standing } from './standing.ts';
import { dropUnsubmitted } from './unsubmitted.ts';

/** The liveness clock ran out while recording: a charged attempt with 1409 (contracts §2). */
async function timeOutAttempt(
  store: Store,
  standing: Standing,
  attempt: Attempt,
  nowMs: number,
): Promise<void> {
  const code = resultCodes.timedOut;
  await concludeAttempt(store, standing, attempt, nowMs, {
    submittedAtMs: attempt.timeoutAtMs,
    errorCode: code,
    livenessCode: code,
    compareCode: null,
    similarity: null,
  });
}

/** The window closed: the code of the last attempt, or 1409 when none was made (contracts §2). */
async function expire(store: Store, standing: Standing): Promise<void> {
  const { verification, attempts } = standing;
  const unfinished = runningAttempt(attempts);
  const finalCode = judgedAttempts(attempts).at(-1)?.errorCode ?? resultCodes.timedOut;
  const hasEnded = await store.verifications.move(
    verification.id,
    verification.stage,
    'expired',
    { finalCode, endedAtMs: verification.deadlineMs },
    unfinished ? { seq: unfinished.seq, changes: { stage: 'void' } } : undefined,
  );
  // Most people who leave just close the page.
  if (hasEnded) await dropUnsubmitted(store, standing);
}

/**
 * Brings a verification up to the present: what time alone has decided is written down, once, whoever asks first.
 * Returns how it stands afterwards, null when it is gone. A recording or a card that was acknowledged before the
 * window closed is judged or read first.
 */
export async function settle(
  store: Store,
  verification: Verification | null,
  nowMs: number,
): Promise<Standing | null> {
  if (!verification) return null;
  const { id, plan } = verification;
  const attempts = await store.attempts.of(id);
  const standing = { verification, attempts, cards: plan.card ? await store.cards.of(id) : [] };
  if (isTerminal(verification.stage)) return standing;
  const running = runningAttempt(standing.attempts);
  if (running?.stage === 'recording' && running.timeoutAtMs < nowMs) {
    await timeOutAttempt(store, standing, running, nowMs);
  } else if (!owesVerdict(verification.stage) && verification.deadlineMs < nowMs) {
    await expire(store, standing);
  } else return standing;
  return await settle(store, await store.verifications.byId(verification.id), nowMs);
}

/** The same for whoever knows only the id. */
export async function settleById(store: Store, id: string, nowMs: number): Promise<Standing | null> {
  return await settle(store, await store.verifications.byId(id), nowMs);
}
