import { resultCodes } from '../result-codes.ts';
import type { Attempt } from '../store/records.ts';
import type { AttemptChanges, Store, VerificationChanges } from '../store/store.ts';
import { chargedAttempts } from './attempts-made.ts';
import type { Stage } from './stages.ts';
import type { Standing } from './standing.ts';

/** What an attempt ended with. Codes are those of the wire. */
export type Outcome = Required<
  Pick<AttemptChanges, 'submittedAtMs' | 'errorCode' | 'livenessCode' | 'compareCode' | 'similarity'>
> &
  AttemptChanges;

const spoofCodes: readonly (number | null)[] = [resultCodes.spoofed, resultCodes.notReal];

/**
 * Where a verification goes after an attempt: passed and used-up ones are finished, and so is one with too many
 * spoofed attempts, since 99 tries would undo every error rate (contracts §2).
 */
function afterwards(standing: Standing, errorCode: number | null, spoofLimit: number): Stage {
  const { verification, attempts } = standing;
  if (errorCode === resultCodes.success) return 'finished';
  if (errorCode === resultCodes.engineFailed) return 'opened';
  const charged = chargedAttempts(attempts);
  if (charged.length + 1 >= verification.plan.livenessRetryLimit) return 'finished';
  const spoofed = charged.filter((attempt) => spoofCodes.includes(attempt.errorCode)).length;
  if (spoofLimit > 0 && spoofCodes.includes(errorCode) && spoofed + 1 >= spoofLimit) return 'finished';
  return 'opened';
}

/** Codes, scores, thresholds, reasons: what the audit log keeps when all else is erased. */
function decisionOf({ errorCode, livenessCode, compareCode, similarity, judgement }: Outcome) {
  const explained = JSON.parse(judgement ?? '{}') as Record<string, unknown>;
  return { errorCode, livenessCode, compareCode, similarity, ...explained };
}

/**
 * Writes an attempt's outcome, its line in the audit log and what it means for its verification, in one transaction.
 * False when another process was quicker: then nothing was written, so an outcome is never counted twice.
 */
export async function concludeAttempt(
  store: Store,
  standing: Standing,
  attempt: Attempt,
  nowMs: number,
  outcome: Outcome,
  spoofLimit = 0,
): Promise<boolean> {
  const { verification } = standing;
  const to = afterwards(standing, outcome.errorCode, spoofLimit);
  const end: VerificationChanges =
    to === 'finished' ? { finalCode: outcome.errorCode, endedAtMs: nowMs } : {};
  const changes = { ...outcome, stage: 'judged', judgedAtMs: nowMs } as const;
  return await store.verifications.move(verification.id, verification.stage, to, end, {
    seq: attempt.seq,
    changes,
    decision: decisionOf(outcome),
  });
}
