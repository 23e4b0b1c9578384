import type { Compilable, Selectable } from 'kysely';
import type { CardTypeName } from '../../cards/card-type.ts';
import type { Card, CardText } from '../records.ts';
import { type Key, seal, unseal } from '../seal.ts';
import type { CardChanges, CardStep, Cards } from '../store.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';
import { whileUnchanged } from './unchanged.ts';

type Row = Selectable<Tables['cards']>;
type KeyOf = (verificationId: string) => Key;

function sealText(key: Key, requestId: string, text: CardText | null): string | null {
  if (text === null) return null;
  return seal(key, Buffer.from(JSON.stringify(text)), `card/${requestId}`).toString('base64');
}

function fromRow(row: Row, key: Key): Card {
  const { text, type, isPass, warnings, stoppedFor, ...plain } = row;
  const opened = text && unseal(key, Buffer.from(text, 'base64'), `card/${row.requestId}`).toString();
  return {
    ...plain,
    type: type as CardTypeName | null,
    isPass: isPass === null ? null : isPass === 1,
    warnings: JSON.parse(warnings),
    stoppedFor: stoppedFor === null ? null : JSON.parse(stoppedFor),
    text: opened === null ? null : JSON.parse(opened),
  };
}

function columns(key: Key, requestId: string, changes: CardChanges): Partial<Row> {
  const { text, isPass, warnings, stoppedFor, ...plain } = changes;
  return {
    ...plain,
    ...(text !== undefined && { text: sealText(key, requestId, text) }),
    ...(isPass !== undefined && { isPass: isPass === null ? null : Number(isPass) }),
    ...(warnings && { warnings: JSON.stringify(warnings) }),
    ...(stoppedFor !== undefined && { stoppedFor: stoppedFor && JSON.stringify(stoppedFor) }),
  };
}

/** A card's part of a transaction. */
export function cardChanged({ query }: Database, key: Key, step: CardStep): Compilable {
  const { requestId, changes } = step;
  return query
    .updateTable('cards')
    .set(columns(key, requestId, changes))
    .where('requestId', '=', requestId);
}

export function sqliteCards(database: Database, keyOf: KeyOf): Cards {
  const { query } = database;
  const all = () => query.selectFrom('cards').selectAll();
  const ofVerification = all().where('verificationId', '=', '').orderBy('ordinal').compile();
  const read = (rows: readonly Row[]) => rows.map((row) => fromRow(row, keyOf(row.verificationId)));
  const recent = whileUnchanged<readonly Card[]>(database);
  const byRequestId: Cards['byRequestId'] = async (requestId) =>
    read(await all().where('requestId', '=', requestId).execute())[0] ?? null;
  return {
    async add(card) {
      const key = keyOf(card.verificationId);
      const { requestId, verificationId, ordinal, stage, photos, ...rest } = card;
      const row = { requestId, verificationId, ordinal, stage, photos, ...columns(key, requestId, rest) };
      await query
        .insertInto('cards')
        .values(row as Row)
        .execute();
    },
    async of(verificationId) {
      return recent.of(verificationId, () => read(database.rows(ofVerification, verificationId)));
    },
    byRequestId,
    async amend(requestId, changes) {
      const card = await byRequestId(requestId);
      if (!card) throw new Error(`card ${requestId} is gone`);
      const set = columns(keyOf(card.verificationId), requestId, changes);
      await query.updateTable('cards').set(set).where('requestId', '=', requestId).execute();
    },
    async owedReading() {
      return read(await all().where('stage', '=', 'reading').orderBy('submittedAtMs').execute());
    },
  };
}
