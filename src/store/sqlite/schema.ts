import { type Generated, sql } from 'kysely';
import type { Stage } from '../../token/stages.ts';
import type { AttemptStage, CardStage } from '../records.ts';
import type { Database } from './database.ts';

/** The tables as rows of them come back from SQLite. Times are integer ms; booleans 0 or 1; lists and records JSON. */
export type Tables = {
  accounts: { id: string; name: string; kind: 'merchant' | 'try'; ratePerSecond: number };
  accessKeys: {
    secretId: string;
    accountId: string;
    sealedSecretKey: Uint8Array;
    createdAtMs: number;
    disabledAtMs: number | null;
    actions: string | null;
  };
  verifications: {
    id: string;
    accountId: string;
    tokenHash: string;
    stage: Stage;
    plan: string;
    wrappedKey: Uint8Array;
    sealedPersonal: Uint8Array;
    referencePhotoId: string | null;
    warnings: string;
    issuedAtMs: number;
    deadlineMs: number;
    readableUntilMs: number;
    openedAtMs: number | null;
    endedAtMs: number | null;
    finalCode: number | null;
    bindingHash: string | null;
    tabId: string | null;
    formerBindingHashes: string;
    handoverHash: string | null;
    handoverExpiresAtMs: number | null;
    consent: string | null;
    onHold: number;
    ruleRevision: string | null;
  };
  rules: {
    revision: string;
    id: string;
    accountId: string;
    name: string;
    content: string;
    logo: Uint8Array | null;
    logoSha256: string | null;
    createdAtMs: number;
    deletedAtMs: number | null;
  };
  attempts: {
    seq: string;
    verificationId: string;
    ordinal: number;
    stage: AttemptStage;
    startedAtMs: number;
    timeoutAtMs: number;
    recordMs: number;
    /** Sealed, Base64. */
    claims: string;
    totalBytes: number | null;
    sha256: string | null;
    receivedBytes: number;
    submittedAtMs: number | null;
    judgedAtMs: number | null;
    errorCode: number | null;
    livenessCode: number | null;
    compareCode: number | null;
    similarity: number | null;
    judgement: string | null;
    videoId: string | null;
    bestFrameId: string | null;
    motionTraceId: string | null;
    appliedSecurityLevel: number;
    downgradeReason: string | null;
    challenge: string | null;
    chunks: string;
    shown: string;
    givenUpFor: string | null;
  };
  cards: {
    requestId: string;
    verificationId: string;
    ordinal: number;
    stage: CardStage;
    photos: number;
    submittedAtMs: number | null;
    readAtMs: number | null;
    type: string | null;
    isPass: number | null;
    warnings: string;
    stoppedFor: string | null;
    /** Sealed, Base64. */
    text: string | null;
    judgement: string | null;
    frontId: string | null;
    backId: string | null;
    cutId: string | null;
    backCutId: string | null;
    portraitId: string | null;
  };
  erased: { tokenHash: string; accountId: string; how: 'expired' | 'operator'; forgetAtMs: number };
  audit: { id: Generated<number>; atMs: number; kind: string; body: string; hash: string };
};

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
