import { type Key, seal, unseal } from '../seal.ts';

/** The data keys of verifications: wrapped by the master key where they are stored, briefly plain in memory. */
export type DataKeys = {
  wrap(verificationId: string, key: Key): Buffer;
  unwrap(verificationId: string, wrapped: Uint8Array): Key;
  /** Drops the plain key from memory; once the wrapped one is gone too, nothing can bring it back. */
  forget(verificationId: string): void;
};

const cachedKeys = 2_000;

export function dataKeys(masterKey: Key): DataKeys {
  const plain = new Map<string, Key>();
  return {
    wrap: (verificationId, key) => seal(masterKey, key, `data-key/${verificationId}`),
    unwrap(verificationId, wrapped) {
      const known = plain.get(verificationId);
      if (known) return known;
      const key = unseal(masterKey, wrapped, `data-key/${verificationId}`);
      if (plain.size >= cachedKeys) plain.clear();
      plain.set(verificationId, key);
      return key;
    },
    forget(verificationId) {
      plain.get(verificationId)?.fill(0);
      plain.delete(verificationId);
    },
  };
}
