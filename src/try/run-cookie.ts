import { deriveKey, type Key, seal, unseal } from '../store/seal.ts';

/**
 * Who may see the result of a run of `/try`: the browser that started it, by a cookie that holds the BizToken
 * sealed under a key of our own. Nothing about runs is kept in memory, so a restart loses none.
 */
export type RunCookies = {
  /** Cookie value for a run. */
  make(runId: string, bizToken: string): string;
  /** The BizToken in a cookie of this run; null when it was not made by us, or for another run. */
  read(runId: string, cookie: string | undefined): string | null;
};

export function createRunCookies(masterKey: Key): RunCookies {
  const key = deriveKey(masterKey, 'try');
  return {
    make: (runId, bizToken) => seal(key, Buffer.from(bizToken), runId).toString('base64url'),
    read(runId, cookie) {
      if (!cookie) return null;
      try {
        return unseal(key, Buffer.from(cookie, 'base64url'), runId).toString();
      } catch {
        return null;
      }
    },
  };
}
