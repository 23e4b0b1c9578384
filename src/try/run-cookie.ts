import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey, type Key } from '../store/seal.ts';
import { hashBizToken } from '../token/biz-token.ts';

/**
 * Who may see the result of a run of `/try`: the browser that started it, by a cookie that only we can make for its
 * BizToken. Nothing about runs is kept in memory, so a restart loses none; and a phone that was handed the token by
 * a QR code cannot read the result with it.
 */
export type RunCookies = {
  /** Name of the cookie of one run; several runs may be looked at in one browser. */
  name(bizToken: string): string;
  make(bizToken: string): string;
  isOurs(bizToken: string, cookie: string | undefined): boolean;
};

/** What all our cookies' names begin with. */
export const runCookiePrefix = 'selfsame-try-';

export function createRunCookies(masterKey: Key): RunCookies {
  const key = deriveKey(masterKey, 'try');
  const proof = (bizToken: string) => createHmac('sha256', key).update(bizToken).digest();
  return {
    name: (bizToken) => `${runCookiePrefix}${hashBizToken(bizToken).slice(0, 16)}`,
    make: (bizToken) => proof(bizToken).toString('base64url'),
    isOurs(bizToken, cookie) {
      const given = Buffer.from(cookie ?? '', 'base64url');
      const right = proof(bizToken);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
