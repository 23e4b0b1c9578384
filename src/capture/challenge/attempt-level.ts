import type { Attempt } from '../../store/records.ts';
import type { Plan, SecurityLevel } from '../../token/plan.ts';
import type { AttemptRequest } from '../page-shapes.ts';
import { Refused } from '../refused.ts';
import { makeChallenge } from './make-challenge.ts';

type AttemptLevel = { readonly level: SecurityLevel; readonly downgradeReason: string | null };

const fromFile = 'The device could only hand over a finished film; judged silent.';
const withoutFlashing = 'The customer chose a check without flashing; judged by actions alone.';

/**
 * At which level an attempt is made: the merchant's, or a lower one that device or customer need and the plan allows.
 * Refuses with `level-not-possible` where it does not.
 */
export function attemptLevel(
  { askedSecurityLevel: level, mayBeLower }: Plan,
  { source, wants }: Pick<AttemptRequest, 'source' | 'wants'>,
): AttemptLevel {
  const isFile = source === 'file' && level > 1;
  const isWithoutFlashing = wants === 'actions' && level > 2;
  if (!isFile && !isWithoutFlashing) return { level, downgradeReason: null };
  if (!mayBeLower) throw new Refused('level-not-possible');
  return isFile ? { level: 1, downgradeReason: fromFile } : { level: 2, downgradeReason: withoutFlashing };
}

/** A challenge is recorded for so much longer: a camera's first picture may come late. */
const lateStartMs = 500;

/** What an attempt is asked, made afresh for it alone, and how long it is recorded. `silentMs`: where nothing is asked. */
export function challengeFor(
  plan: Plan,
  request: Pick<AttemptRequest, 'source' | 'wants'>,
  silentMs: number,
): Pick<Attempt, 'appliedSecurityLevel' | 'downgradeReason' | 'challenge' | 'recordMs'> {
  const { level, downgradeReason } = attemptLevel(plan, request);
  const challenge = level === 1 ? null : makeChallenge(level, plan.actions);
  const recordMs = challenge ? challenge.durationMs + lateStartMs : silentMs;
  return { appliedSecurityLevel: level, downgradeReason, challenge, recordMs };
}
