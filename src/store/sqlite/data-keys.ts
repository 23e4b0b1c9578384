import type { Personal } from '../records.ts';
import { type Key, seal, unseal } from '../seal.ts';
import type { Database } from './database.ts';

/** What unlocks a verification: its data key, and the personal fields that the key seals. */
export type Unlocked = { readonly key: Key; readonly personal: Personal };

/** The data keys of verifications: wrapped by the master key where they are stored, briefly plain in memory. */
export type DataKeys = {
  wrap(verificationId: string, key: Key): Buffer;
  sealPersonal(verificationId: string, key: Key, personal: Personal): Buffer;
  /** Throws when the master key is not the one, or a bit is altered. */
  unlock(verificationId: string, wrappedKey: Uint8Array, sealedPersonal: Uint8Array): Unlocked;
  /** Drops what is plain in memory; once the wrapped key is gone too, nothing can bring it back. */
  forget(verificationId: string): void;
  forgetAll(): void;
};

const cachedVerifications = 2_000;

export function dataKeys(masterKey: Key): DataKeys {
  const plain = new Map<string, Unlocked>();

  function open(id: string, wrappedKey: Uint8Array, sealedPersonal: Uint8Array): Unlocked {
    const key = unseal(masterKey, wrappedKey, `data-key/${id}`);
    const personal = JSON.parse(unseal(key, sealedPersonal, `personal/${id}`).toString()) as Personal;
    return { key, personal };
  }

  return {
    wrap: (id, key) => seal(masterKey, key, `data-key/${id}`),
    sealPersonal: (id, key, personal) => seal(key, Buffer.from(JSON.stringify(personal)), `personal/${id}`),
    unlock(id, wrappedKey, sealedPersonal) {
      const known = plain.get(id);
      if (known) return known;
      const unlocked = open(id, wrappedKey, sealedPersonal);
      if (plain.size >= cachedVerifications) plain.clear();
      plain.set(id, unlocked);
      return unlocked;
    },
    forget(id) {
      plain.get(id)?.key.fill(0);
      plain.delete(id);
    },
    forgetAll: () => plain.clear(),
  };
}

/** Finds the data key of a verification; throws when it is gone, and the key with it. */
export function keyFinder(database: Database, keys: DataKeys): (verificationId: string) => Key {
  const columns = ['wrappedKey', 'sealedPersonal'] as const;
  const locked = database.query.selectFrom('verifications').select(columns).where('id', '=', '').compile();
  return (id) => {
    const [row] = database.rows(locked, id);
    if (!row) throw new Error(`verification ${id} is gone, and its key with it`);
    return keys.unlock(id, row.wrappedKey, row.sealedPersonal).key;
  };
}
