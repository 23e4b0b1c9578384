import { createHash, randomBytes } from 'node:crypto';
import type { Verification } from '../store/records.ts';
import type { Holder } from './page-shapes.ts';

/** What the asking browser shows of itself: its binding cookie and the tab's id. */
export type Visitor = { readonly cookie: string | null; readonly tabId: string | null };

/** SHA-256, hex: what is stored of cookies and hand-over codes. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** 256 random bits for a cookie or a hand-over code, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The name of the cookie that binds a browser to one verification; several may run in one browser. */
export function cookieName(tokenHash: string): string {
  return `selfsame-${tokenHash.slice(0, 16)}`;
}

/** Whose verification this is, seen from the visitor. A cookie of 256 random bits cannot be guessed by timing. */
export function holderOf(verification: Verification, visitor: Visitor): Holder {
  if (verification.bindingHash === null) return 'nobody';
  if (visitor.cookie === null) return 'other-browser';
  const hash = secretHash(visitor.cookie);
  if (hash === verification.bindingHash) {
    return verification.tabId === visitor.tabId ? 'this-tab' : 'other-tab';
  }
  return verification.formerBindingHashes.includes(hash) ? 'handed-over' : 'other-browser';
}
