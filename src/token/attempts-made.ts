import { resultCodes } from '../result-codes.ts';
import type { Attempt, Verification } from '../store/records.ts';

/** Attempts that have a verdict, oldest first: what the merchant is shown. */
export function judgedAttempts(attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts.filter((attempt) => attempt.stage === 'judged');
}

/** Attempts that count against `LivenessRetryLimit`: a failure of our engine is not the customer's. */
export function chargedAttempts(attempts: readonly Attempt[]): readonly Attempt[] {
  return judgedAttempts(attempts).filter((attempt) => attempt.errorCode !== resultCodes.engineFailed);
}

/** How many more attempts the customer has. */
export function attemptsLeft(verification: Verification, attempts: readonly Attempt[]): number {
  return Math.max(0, verification.plan.livenessRetryLimit - chargedAttempts(attempts).length);
}

/** The attempt that is being recorded, sent or judged, if any. */
export function runningAttempt(attempts: readonly Attempt[]): Attempt | null {
  return attempts.findLast(({ stage }) => stage !== 'judged' && stage !== 'void') ?? null;
}
