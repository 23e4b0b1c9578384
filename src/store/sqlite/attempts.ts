import type { Selectable, Updateable } from 'kysely';
import type { Attempt } from '../records.ts';
import { type Key, seal, unseal } from '../seal.ts';
import type { AttemptChanges, Attempts, TracedAttempt } from '../store.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';
import { whileUnchanged } from './unchanged.ts';

type Row = Selectable<Tables['attempts']>;

/** A camera may be named after its owner, so what the browser said of it is sealed like other personal fields. */
function sealClaims(key: Key, { seq, claims }: Attempt): string {
  return seal(key, Buffer.from(JSON.stringify(claims)), `claims/${seq}`).toString('base64');
}

function fromRow(row: Row, key: Key): Attempt {
  const claims = unseal(key, Buffer.from(row.claims, 'base64'), `claims/${row.seq}`);
  return {
    ...row,
    claims: JSON.parse(claims.toString()),
    challenge: row.challenge === null ? null : JSON.parse(row.challenge),
    chunks: JSON.parse(row.chunks),
    shown: JSON.parse(row.shown),
  };
}

/** Changes of an attempt as the table has them. */
export function attemptColumns({ chunks, shown, ...plain }: AttemptChanges): Updateable<Tables['attempts']> {
  return {
    ...plain,
    ...(chunks && { chunks: JSON.stringify(chunks) }),
    ...(shown && { shown: JSON.stringify(shown) }),
  };
}

export function sqliteAttempts(database: Database, keyOf: (verificationId: string) => Key): Attempts {
  const { query } = database;
  const all = () => query.selectFrom('attempts').selectAll();
  const ofVerification = all().where('verificationId', '=', '').orderBy('ordinal').compile();
  const read = (rows: readonly Row[]) => rows.map((row) => fromRow(row, keyOf(row.verificationId)));
  const recent = whileUnchanged<readonly Attempt[]>(database);
  return {
    async add(attempt) {
      const claims = sealClaims(keyOf(attempt.verificationId), attempt);
      await query
        .insertInto('attempts')
        .values({
          ...attempt,
          claims,
          challenge: attempt.challenge && JSON.stringify(attempt.challenge),
          chunks: JSON.stringify(attempt.chunks),
          shown: JSON.stringify(attempt.shown),
        })
        .execute();
    },
    async bySeq(seq) {
      return read(await all().where('seq', '=', seq).execute())[0] ?? null;
    },
    async of(verificationId) {
      return recent.of(verificationId, () => read(database.rows(ofVerification, verificationId)));
    },
    async amend(seq, changes) {
      await query.updateTable('attempts').set(attemptColumns(changes)).where('seq', '=', seq).execute();
    },
    async owedVerdict() {
      return read(await all().where('stage', '=', 'submitted').orderBy('submittedAtMs').execute());
    },
    async traced(accountId, limit) {
      return await query
        .selectFrom('attempts')
        .innerJoin('verifications', 'verifications.id', 'attempts.verificationId')
        .select(['attempts.seq', 'attempts.verificationId', 'attempts.motionTraceId'])
        .$narrowType<TracedAttempt>()
        .where('attempts.motionTraceId', 'is not', null)
        .where('verifications.accountId', '=', accountId)
        .orderBy('attempts.submittedAtMs', 'desc')
        .limit(limit)
        .execute();
    },
    async timedOut(nowMs) {
      return read(await all().where('stage', '=', 'recording').where('timeoutAtMs', '<', nowMs).execute());
    },
  };
}
