import type { Selectable } from 'kysely';
import type { Attempt } from '../records.ts';
import type { AttemptChanges, Attempts } from '../store.ts';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

type Row = Selectable<Tables['attempts']>;

function fromRow(row: Row): Attempt {
  return { ...row, claims: JSON.parse(row.claims) };
}

/** The columns that a change touches; `claims` is kept as JSON. */
export function attemptColumns({ claims, ...rest }: AttemptChanges): Partial<Row> {
  return claims === undefined ? rest : { ...rest, claims: JSON.stringify(claims) };
}

export function sqliteAttempts(database: Database): Attempts {
  const { query } = database;
  const all = () => query.selectFrom('attempts').selectAll();
  const ofVerification = all().where('verificationId', '=', '').orderBy('ordinal').compile();
  return {
    async add(attempt) {
      await query
        .insertInto('attempts')
        .values({ ...attempt, claims: JSON.stringify(attempt.claims) })
        .execute();
    },
    async bySeq(seq) {
      const row = await all().where('seq', '=', seq).executeTakeFirst();
      return row ? fromRow(row) : null;
    },
    async of(verificationId) {
      return database.rows(ofVerification, verificationId).map(fromRow);
    },
    async amend(seq, changes) {
      await query.updateTable('attempts').set(attemptColumns(changes)).where('seq', '=', seq).execute();
    },
    async owedVerdict() {
      const rows = await all().where('stage', '=', 'submitted').orderBy('submittedAtMs').execute();
      return rows.map(fromRow);
    },
    async timedOut(nowMs) {
      const rows = await all().where('stage', '=', 'recording').where('timeoutAtMs', '<', nowMs).execute();
      return rows.map(fromRow);
    },
  };
}
