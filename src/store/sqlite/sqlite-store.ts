import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Media, openFileMedia } from '../media.ts';
import type { Key } from '../seal.ts';
import type { Store, VerificationMedia } from '../store.ts';
import { sqliteAccounts } from './accounts.ts';
import { sqliteAttempts } from './attempts.ts';
import { sqliteAudit } from './audit.ts';
import { sqliteCards } from './cards.ts';
import { dataKeys, keyFinder } from './data-keys.ts';
import { type Database, openDatabase } from './database.ts';
import { sqliteRules } from './rules.ts';
import { migrate } from './schema.ts';
import { sqliteVerifications } from './verifications.ts';

function verificationMedia(media: Media, keyOf: (id: string) => Key): VerificationMedia {
  return {
    async put(id, name, plain) {
      await media.put(keyOf(id), id, name, plain);
      try {
        keyOf(id);
      } catch (error) {
        // Erased while it was written: the folder may have been made anew after it was removed.
        await media.deleteAll(id);
        throw error;
      }
    },
    async *read(id, name) {
      yield* media.read(keyOf(id), id, name);
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
  const path = join(options.dataDir, 'selfsame.db');
  // SQLite would let others read it; its write-ahead log gets the mode of the file itself.
  closeSync(openSync(path, 'a', 0o600));
  const database = openDatabase(path);
  await migrate(database);
  const media = await openFileMedia(join(options.dataDir, 'media'));
  const keys = dataKeys(options.masterKey);
  const keyOf = keyFinder(database, keys);
  const now = options.now ?? Date.now;
  if (options.removeOrphans) await removeOrphans(database, media);
  return {
    accounts: sqliteAccounts(database, options.masterKey),
    verifications: sqliteVerifications(database, media, keys, now),
    attempts: sqliteAttempts(database, keyOf),
    cards: sqliteCards(database, keyOf),
    rules: sqliteRules(database),
    media: verificationMedia(media, keyOf),
    audit: sqliteAudit(database, now),
    async probe() {
      database.together([lockOnly(database)]);
      await media.probe();
    },
    close: () => database.close(),
  };
}

/** A statement that takes the write lock and changes nothing. */
function lockOnly({ query }: Database) {
  return query.deleteFrom('erased').where('tokenHash', '=', '');
}
