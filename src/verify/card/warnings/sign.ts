import type { WarningCode } from '../card-verdict.ts';
import { type SignName, warningThresholds } from './warning-thresholds.ts';

/** One thing that was measured, in its own unit. */
export type Sign = { readonly code: WarningCode; readonly name: SignName; readonly value: number };

/** The marks of `strengthOf`, the same for every sign. */
export const worthListing = 1;
export const worthStopping = 2;

/**
 * How much a sign says on the scale common to all: 1 at its mark for telling, 2 at its mark for stopping, straight
 * between and beyond. Where the mark for stopping is the lower one, less is worse.
 */
export function strengthOf({ name, value }: Sign): number {
  const { list, stop } = warningThresholds[name];
  const beyond = (value - list) / (stop - list);
  if (beyond >= 0) return worthListing + beyond;
  return Math.max(0, stop > list ? value / list : list / value);
}
