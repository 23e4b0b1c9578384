import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Media, openFileMedia } from '../media.ts';
import type { Key } from '../seal.ts';
import type { Store, VerificationMedia } from '../store.ts';
import { sqliteAccounts } from './accounts.ts';
import { sqliteAttempts } from './attempts.ts';
import { sqliteAudit } from './audit.ts';
import { type DataKeys, dataKeys } from './data-keys.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './schema.ts';
import { sqliteVerifications } from './verifications.ts';

function verificationMedia({ query }: Database, media: Media, keys: DataKeys): VerificationMedia {
  async function keyOf(id: string): Promise<Key> {
    const row = await query
      .selectFrom('verifications')
      .select(['wrappedKey', 'sealedPersonal'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new Error(`verification ${id} is gone, and its key with it`);
    return keys.unlock(id, row.wrappedKey, row.sealedPersonal).key;
  }
  return {
    put: async (id, name, plain) => media.put(await keyOf(id), id, name, plain),
    async *read(id, name) {
      yield* media.read(await keyOf(id), id, name);
    },
    plainSize: (id, name) => media.plainSize(id, name),
    delete: (id, name) => media.delete(id, name),
  };
}

/** Files whose record never came to be, or went before they did: both ends of a crash. */
async function removeOrphans({ query }: Database, media: Media): Promise<void> {
  for (const owner of await media.owners()) {
    const row = await query
      .selectFrom('verifications')
      .select('id')
      .where('id', '=', owner)
      .executeTakeFirst();
    if (!row) await media.deleteAll(owner);
  }
}

/** The store of one machine: records in `DATA/selfsame.db`, media under `DATA/media`. */
export async function openSqliteStore(options: {
  readonly dataDir: string;
  readonly masterKey: Key;
  readonly now?: () => number;
  /** Removing what a crash left is for the server alone: beside a running server it would race with Apply. */
  readonly removeOrphans?: boolean;
}): Promise<Store> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const database = openDatabase(join(options.dataDir, 'selfsame.db'));
  await migrate(database);
  const media = await openFileMedia(join(options.dataDir, 'media'));
  const keys = dataKeys(options.masterKey);
  if (options.removeOrphans) await removeOrphans(database, media);
  return {
    accounts: sqliteAccounts(database, options.masterKey),
    verifications: sqliteVerifications(database, media, keys),
    attempts: sqliteAttempts(database),
    media: verificationMedia(database, media, keys),
    audit: sqliteAudit(database, options.now ?? Date.now),
    async probe() {
      database.together([lockOnly(database)]);
    },
    close: () => database.close(),
  };
}

/** A statement that takes the write lock and changes nothing. */
function lockOnly({ query }: Database) {
  return query.deleteFrom('erased').where('tokenHash', '=', '');
}
