import type { Attempt, Card, Verification } from '../store/records.ts';

/** A verification with all its attempts and cards, oldest first, as they stand at one moment. */
export type Standing = {
  readonly verification: Verification;
  readonly attempts: readonly Attempt[];
  readonly cards: readonly Card[];
};
