import type { Verification } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { hashBizToken } from '../token/biz-token.ts';
import { firstWords } from './first-words.ts';
import { ruleOf } from './rule-of.ts';

/** What a page is sent with. */
export type PageOpening = {
  /** Who may show it in a frame, as CSP's `frame-ancestors` has it. */
  readonly frameAncestors: string;
  /** The files of words, by their sources, that its first screen will need. */
  readonly words: readonly string[];
};

/** Of a page that belongs to no verification. */
export const plainOpening: PageOpening = { frameAncestors: "'none'", words: [] };

async function findShown(store: Store, token: unknown): Promise<Verification | null> {
  const found =
    typeof token === 'string' && token.length <= 100
      ? await store.verifications.byTokenHash(hashBizToken(token))
      : null;
  return found && !('erased' in found) && !found.onHold ? found : null;
}

/** How the page of this token is sent. Looks once, and changes nothing: messengers pre-fetch links. */
export async function openingOf(store: Store, token: unknown): Promise<PageOpening> {
  const found = await findShown(store, token);
  if (!found) return plainOpening;
  const rule = await ruleOf(store, found);
  const frameAncestors = rule?.frame?.origins.join(' ') || plainOpening.frameAncestors;
  return { frameAncestors, words: firstWords(found) };
}
