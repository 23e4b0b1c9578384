import type { Rule, Verification } from '../store/records.ts';
import type { Store } from '../store/store.ts';

/** The rule that a verification was issued with, as it was then. */
export async function ruleOf(store: Store, { ruleRevision }: Verification): Promise<Rule | null> {
  return ruleRevision === null ? null : await store.rules.byRevision(ruleRevision);
}
