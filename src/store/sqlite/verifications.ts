import type { Compilable, Insertable, Selectable } from 'kysely';
import type { Plan } from '../../token/plan.ts';
import { isTerminal, mayMove, owesVerdict, type Stage, stages } from '../../token/stages.ts';
import type { Media } from '../media.ts';
import type { Verification } from '../records.ts';
import { type Key, newKey } from '../seal.ts';
import type { AttemptStep, CardStep, NewVerification, VerificationChanges, Verifications } from '../store.ts';
import { attemptColumns } from './attempts.ts';
import { auditLine } from './audit.ts';
import { cardChanged } from './cards.ts';
import { type DataKeys, keyFinder } from './data-keys.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';
import { whileUnchanged } from './unchanged.ts';

type Row = Selectable<Tables['verifications']>;

/** Stages that the end of the window ends. */
const running = (Object.keys(stages) as Stage[]).filter((stage) => !isTerminal(stage) && !owesVerdict(stage));

/** The name under which the photo to compare with is kept. */
export const referencePhotoName = 'reference';

/** Plans that were stored before cards were read, or before challenges were made, do not mention them. */
function planOf(json: string): Plan {
  return { card: null, mayBeLower: false, actions: ['blink'], ...JSON.parse(json) };
}

/** Consents that were stored before their text was have none. */
function consentOf(json: string | null): Verification['consent'] {
  return json === null ? null : { of: 'service', text: '', ...JSON.parse(json) };
}

function fromRow(row: Row, keys: DataKeys): Verification {
  const { wrappedKey, sealedPersonal, ...plain } = row;
  const { personal } = keys.unlock(row.id, wrappedKey, sealedPersonal);
  return {
    ...plain,
    personal,
    plan: planOf(row.plan),
    warnings: JSON.parse(row.warnings),
    formerBindingHashes: JSON.parse(row.formerBindingHashes),
    consent: consentOf(row.consent),
    onHold: row.onHold === 1,
  };
}

function columns(changes: VerificationChanges): Partial<Row> {
  const { formerBindingHashes, consent, onHold, ...plain } = changes;
  return {
    ...plain,
    ...(formerBindingHashes && { formerBindingHashes: JSON.stringify(formerBindingHashes) }),
    ...(consent !== undefined && { consent: consent && JSON.stringify(consent) }),
    ...(onHold !== undefined && { onHold: onHold ? 1 : 0 }),
  };
}

function newRow(
  verification: NewVerification,
  key: Key,
  keys: DataKeys,
): Insertable<Tables['verifications']> {
  const { referencePhoto, personal, ...plain } = verification;
  const empty = { openedAtMs: null, endedAtMs: null, finalCode: null, bindingHash: null, tabId: null };
  return {
    ...plain,
    ...empty,
    stage: 'issued',
    plan: JSON.stringify(verification.plan),
    warnings: JSON.stringify(verification.warnings),
    wrappedKey: keys.wrap(verification.id, key),
    sealedPersonal: keys.sealPersonal(verification.id, key, personal),
    referencePhotoId: referencePhoto ? referencePhotoName : null,
    formerBindingHashes: '[]',
    handoverHash: null,
    handoverExpiresAtMs: null,
    consent: null,
    onHold: 0,
  };
}

export function sqliteVerifications(
  database: Database,
  media: Media,
  keys: DataKeys,
  now: () => number,
): Verifications {
  const { query } = database;

  const one = (column: 'id' | 'tokenHash') =>
    query.selectFrom('verifications').selectAll().where(column, '=', '').compile();
  const [byIdQuery, byTokenHashQuery] = [one('id'), one('tokenHash')];

  const recent = whileUnchanged<Verification | null>(database);

  function read(compiled: typeof byIdQuery, value: string): Verification | null {
    return recent.of(value, () => {
      const [row] = database.rows(compiled, value);
      return row ? fromRow(row, keys) : null;
    });
  }

  async function idsBefore(column: 'deadlineMs' | 'readableUntilMs', nowMs: number) {
    const columns = ['id', 'stage', 'onHold'] as const;
    return await query.selectFrom('verifications').select(columns).where(column, '<', nowMs).execute();
  }

  const keyOf = keyFinder(database, keys);

  function statementsOf(id: string, step: AttemptStep | CardStep | undefined): readonly Compilable[] {
    if (!step) return [];
    const isCard = 'requestId' in step;
    const changed = isCard
      ? cardChanged(database, keyOf(id), step)
      : query.updateTable('attempts').set(attemptColumns(step.changes)).where('seq', '=', step.seq);
    if (!step.decision) return [changed];
    const [kind, what] = isCard
      ? ([step.event, { card: step.requestId }] as const)
      : (['attempt.judged', { attempt: step.seq }] as const);
    return [changed, auditLine(database, now(), kind, { verification: id, ...what, ...step.decision })];
  }

  return {
    async create(verification) {
      const key = newKey();
      const { id, referencePhoto } = verification;
      // The photo first: a crash in between leaves an orphan file, which the sweep removes, never a record without it.
      if (referencePhoto) await media.put(key, id, referencePhotoName, [referencePhoto]);
      await query
        .insertInto('verifications')
        .values(newRow(verification, key, keys))
        .execute();
    },
    byId: async (id) => read(byIdQuery, id),
    async byTokenHash(tokenHash) {
      const found = read(byTokenHashQuery, tokenHash);
      if (found) return found;
      const gone = await query
        .selectFrom('erased')
        .selectAll()
        .where('tokenHash', '=', tokenHash)
        .executeTakeFirst();
      return gone ? { erased: true, accountId: gone.accountId, how: gone.how } : null;
    },
    async amend(id, changes, expected = {}) {
      let update = query.updateTable('verifications').set(columns(changes)).where('id', '=', id);
      for (const column of ['bindingHash', 'handoverHash'] as const) {
        const value = expected[column];
        if (value !== undefined) update = update.where(column, 'is', value);
      }
      const { numUpdatedRows } = await update.executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async move(id, from, to, changes = {}, step) {
      if (!mayMove(from, to)) throw new Error(`a verification cannot move from ${from} to ${to}`);
      const moved = query
        .updateTable('verifications')
        .set({ ...columns(changes), stage: to })
        .where('id', '=', id)
        .where('stage', '=', from);
      const [changed] = database.together([moved, ...statementsOf(id, step)], (rows) => rows === 1);
      return changed === 1;
    },
    async overdue(nowMs) {
      return (await idsBefore('deadlineMs', nowMs))
        .filter((row) => running.includes(row.stage))
        .map((row) => row.id);
    },
    async dueForErasure(nowMs) {
      return (await idsBefore('readableUntilMs', nowMs))
        .filter((row) => row.onHold === 0)
        .map((row) => row.id);
    },
    async erase(id, how, forgetAtMs) {
      const row = await query.selectFrom('verifications').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return false;
      const { tokenHash, accountId } = row;
      database.together([
        query.insertInto('erased').values({ tokenHash, accountId, how, forgetAtMs }),
        query.deleteFrom('verifications').where('id', '=', id),
      ]);
      keys.forget(id);
      recent.clear();
      await media.deleteAll(id);
      database.truncateLog();
      return true;
    },
    async forgetErased(nowMs) {
      await query.deleteFrom('erased').where('forgetAtMs', '<', nowMs).execute();
      // A verification erased by another program must not stay unlocked in our memory.
      keys.forgetAll();
      recent.clear();
      // Another program reading the file may have held the log back when something was erased: once more.
      database.truncateLog();
    },
    async count(stage) {
      const { number } = await query
        .selectFrom('verifications')
        .select(query.fn.countAll<number>().as('number'))
        .where('stage', '=', stage)
        .executeTakeFirstOrThrow();
      return number;
    },
  };
}
