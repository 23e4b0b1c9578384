import type { Rule, Verification } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { hashBizToken } from '../token/biz-token.ts';

/** The rule that a verification was issued with, as it was then. */
export async function ruleOf(store: Store, { ruleRevision }: Verification): Promise<Rule | null> {
  return ruleRevision === null ? null : await store.rules.byRevision(ruleRevision);
}

/** The verification of a token that a page is asked for with. Looks, and changes nothing: messengers pre-fetch links. */
export async function shownVerification(store: Store, token: unknown): Promise<Verification | null> {
  const found =
    typeof token === 'string' && token.length <= 100
      ? await store.verifications.byTokenHash(hashBizToken(token))
      : null;
  return found && !('erased' in found) && !found.onHold ? found : null;
}

/**
 * Who may show the page of this token in a frame, as CSP's `frame-ancestors` has it: whom the token's rule allows, else
 * nobody.
 */
export async function frameAncestors(store: Store, token: unknown): Promise<string> {
  const found = await shownVerification(store, token);
  const rule = found && (await ruleOf(store, found));
  return rule?.frame?.origins.join(' ') || "'none'";
}
