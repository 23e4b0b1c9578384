import { resultCodes } from '../result-codes.ts';
import type { Store } from '../store/store.ts';
import { runningAttempt } from '../token/attempts-made.ts';
import { owesVerdict } from '../token/stages.ts';
import type { Standing } from '../token/standing.ts';
import { dropUnsubmitted } from '../token/unsubmitted.ts';
import { Refused } from './refused.ts';

/**
 * The customer leaves: the verification ends with 1410 and keeps the attempts made; an unfinished recording is
 * given up, and what was captured and not submitted is deleted. While a recording is being judged or a card read there
 * is nothing to leave: the verdict comes first.
 */
export async function leave(store: Store, standing: Standing, nowMs: number): Promise<void> {
  const { verification, attempts } = standing;
  if (owesVerdict(verification.stage)) throw new Refused('wrong-stage');
  const unfinished = runningAttempt(attempts);
  const end = { finalCode: resultCodes.userExited, endedAtMs: nowMs };
  const giveUp = unfinished ? ({ seq: unfinished.seq, changes: { stage: 'void' } } as const) : undefined;
  if (!(await store.verifications.move(verification.id, verification.stage, 'abandoned', end, giveUp))) {
    throw new Refused('wrong-stage');
  }
  await dropUnsubmitted(store, standing);
}
