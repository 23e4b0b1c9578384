import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Every change of the tables since the first, oldest first; `user_version` counts how many a file has had. */
const migrations: readonly (readonly string[])[] = [
  [
    `CREATE TABLE accounts (
      id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, ratePerSecond INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE accessKeys (
      secretId TEXT PRIMARY KEY, accountId TEXT NOT NULL REFERENCES accounts(id), sealedSecretKey BLOB NOT NULL,
      createdAtMs INTEGER NOT NULL, disabledAtMs INTEGER
    ) STRICT`,
    `CREATE TABLE verifications (
      id TEXT PRIMARY KEY, accountId TEXT NOT NULL, tokenHash TEXT NOT NULL UNIQUE, stage TEXT NOT NULL,
      plan TEXT NOT NULL, wrappedKey BLOB NOT NULL, sealedPersonal BLOB NOT NULL, referencePhotoId TEXT,
      warnings TEXT NOT NULL, issuedAtMs INTEGER NOT NULL, deadlineMs INTEGER NOT NULL,
      readableUntilMs INTEGER NOT NULL, openedAtMs INTEGER, endedAtMs INTEGER, finalCode INTEGER,
      bindingHash TEXT, tabId TEXT, formerBindingHashes TEXT NOT NULL DEFAULT '[]', handoverHash TEXT,
      handoverExpiresAtMs INTEGER, consent TEXT, onHold INTEGER NOT NULL DEFAULT 0
    ) STRICT`,
    'CREATE INDEX verificationsByStage ON verifications (stage, deadlineMs)',
    'CREATE INDEX verificationsByAge ON verifications (readableUntilMs)',
    `CREATE TABLE attempts (
      seq TEXT PRIMARY KEY, verificationId TEXT NOT NULL REFERENCES verifications(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL, stage TEXT NOT NULL, startedAtMs INTEGER NOT NULL, timeoutAtMs INTEGER NOT NULL,
      recordMs INTEGER NOT NULL, claims TEXT NOT NULL, totalBytes INTEGER, sha256 TEXT,
      receivedBytes INTEGER NOT NULL, submittedAtMs INTEGER, judgedAtMs INTEGER, errorCode INTEGER,
      livenessCode INTEGER, compareCode INTEGER, similarity REAL, judgement TEXT, videoId TEXT, bestFrameId TEXT,
      appliedSecurityLevel INTEGER NOT NULL, downgradeReason TEXT, UNIQUE (verificationId, ordinal)
    ) STRICT`,
    'CREATE INDEX attemptsByStage ON attempts (stage, timeoutAtMs)',
    `CREATE TABLE erased (
      tokenHash TEXT PRIMARY KEY, accountId TEXT NOT NULL, how TEXT NOT NULL, forgetAtMs INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE audit (
      id INTEGER PRIMARY KEY AUTOINCREMENT, atMs INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT`,
  ],
  ['ALTER TABLE accessKeys ADD COLUMN actions TEXT'],
  [
    `CREATE TABLE cards (
      requestId TEXT PRIMARY KEY, verificationId TEXT NOT NULL REFERENCES verifications(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL, stage TEXT NOT NULL, photos INTEGER NOT NULL, submittedAtMs INTEGER,
      readAtMs INTEGER, type TEXT, isPass INTEGER, warnings TEXT NOT NULL, stoppedFor TEXT, text TEXT,
      judgement TEXT, frontId TEXT, backId TEXT, cutId TEXT, backCutId TEXT, portraitId TEXT,
      UNIQUE (verificationId, ordinal)
    ) STRICT`,
    'CREATE INDEX cardsByStage ON cards (stage, submittedAtMs)',
  ],
  [
    'ALTER TABLE attempts ADD COLUMN challenge TEXT',
    "ALTER TABLE attempts ADD COLUMN chunks TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE attempts ADD COLUMN shown TEXT NOT NULL DEFAULT '[]'",
    'ALTER TABLE attempts ADD COLUMN givenUpFor TEXT',
  ],
  [
    `CREATE TABLE rules (
      revision TEXT PRIMARY KEY, id TEXT NOT NULL, accountId TEXT NOT NULL REFERENCES accounts(id),
      name TEXT NOT NULL, content TEXT NOT NULL, logo BLOB, logoSha256 TEXT, createdAtMs INTEGER NOT NULL,
      deletedAtMs INTEGER
    ) STRICT`,
    'CREATE UNIQUE INDEX rulesInForce ON rules (id) WHERE deletedAtMs IS NULL',
    'CREATE INDEX rulesByLogo ON rules (logoSha256)',
    'ALTER TABLE verifications ADD COLUMN ruleRevision TEXT REFERENCES rules(revision)',
    'CREATE INDEX verificationsByRule ON verifications (ruleRevision)',
  ],
  [
    'ALTER TABLE attempts ADD COLUMN motionTraceId TEXT',
    'CREATE INDEX attemptsTraced ON attempts (submittedAtMs) WHERE motionTraceId IS NOT NULL',
  ],
];

/**
 * Brings a file's tables to today's shape. Throws when the file was written by a newer version of the program. `upTo`:
 * only the first so many changes, as a program of that time made them.
 */
export async function migrate(database: Database, upTo = migrations.length): Promise<void> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(database.query);
  const done = rows[0]?.user_version ?? 0;
  if (done > migrations.length) throw new Error('the data folder was written by a newer version of Selfsame');
  for (const [index, statements] of migrations.slice(0, upTo).entries()) {
    if (index < done) continue;
    const compiled = [...statements, `PRAGMA user_version = ${index + 1}`];
    database.together(compiled.map((text) => ({ compile: () => sql.raw(text).compile(database.query) })));
  }
}
