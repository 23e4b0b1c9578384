import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, beforeEach, describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { cardOn, glaringVerdict, hongKongVerdict } from '../../../test/support/carded.ts';
import { issue, plainCardPlan } from '../../../test/support/issued.ts';
import { newKey } from '../seal.ts';
import type { Store } from '../store.ts';
import { openSqliteStore } from './sqlite-store.ts';

const plan = { checkMode: 4, card: plainCardPlan, skipPrivacyPolicy: true } as const;

describe('cards in the store', () => {
  const folders: string[] = [];
  const stores: Store[] = [];
  const masterKey = newKey();
  let dataDir: string;
  let store: Store;

  async function open(): Promise<Store> {
    const opened = await openSqliteStore({ dataDir, masterKey });
    stores.push(opened);
    return opened;
  }
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'selfsame-cards-'));
    folders.push(dataDir);
    store = await open();
  });
  after(async () => {
    for (const each of stores) await each.close().catch(() => undefined);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  async function opened(): Promise<string> {
    const { id } = await issue(store, plan);
    await store.verifications.move(id, 'issued', 'opened');
    return id;
  }
  /** The file itself and what SQLite has not yet moved into it. */
  const database = () =>
    Buffer.concat(['selfsame.db', 'selfsame.db-wal'].map((file) => readFileSync(join(dataDir, file))));

  it('come back as they were after the store was closed and opened again', async () => {
    const id = await opened();
    const stored = await cardOn(store, id, glaringVerdict, 5000);
    await store.close();
    store = await open();
    assert.deepEqual(await store.cards.of(id), [stored]);
    assert.deepEqual(await store.cards.byRequestId(stored.requestId), stored);
    assert.deepEqual([stored.isPass, stored.warnings, stored.readAtMs], [false, [-9107], 5000]);
    assert.deepEqual(stored.text?.fields, glaringVerdict.fields);
  });

  it('keep what stands on them sealed, and it is gone with their verification', async () => {
    const id = await opened();
    const { requestId, judgement } = await cardOn(store, id, hongKongVerdict, 5000);
    const file = new DatabaseSync(join(dataDir, 'selfsame.db'), { readOnly: true });
    const sealed = String(file.prepare('SELECT text FROM cards').get()?.text);
    file.close();
    const before = database();
    for (const secret of ['SAN, Nan', 'C000000']) assert.equal(before.includes(secret), false, secret);
    const marks = [sealed.slice(20, 60), String(judgement), requestId];
    for (const mark of marks) assert.ok(before.includes(mark), `the test does not see ${mark} before`);
    await store.verifications.erase(id, 'operator', 9999);
    const left = database();
    assert.equal(left.includes(sealed.slice(20, 60)), false);
    assert.equal(await store.cards.byRequestId(requestId), null);
    assert.deepEqual(await store.cards.of(id), []);
  });

  it('cannot be moved to another record: what was sealed for one opens for no other', async () => {
    const id = await opened();
    await cardOn(store, id, hongKongVerdict, 5000);
    const file = new DatabaseSync(join(dataDir, 'selfsame.db'));
    file.exec(`UPDATE cards SET requestId = 'another'`);
    file.close();
    await nextTurn();
    await assert.rejects(store.cards.of(id));
  });

  it('were unknown to plans of earlier versions, which are read as plans without one', async () => {
    const { id } = await issue(store);
    const file = new DatabaseSync(join(dataDir, 'selfsame.db'));
    file.exec(`UPDATE verifications SET plan = json_remove(plan, '$.card')`);
    file.close();
    assert.equal((await store.verifications.byId(id))?.plan.card, null);
  });

  it('leave their decisions in the audit log', async () => {
    const id = await opened();
    const { requestId } = await cardOn(store, id, glaringVerdict, 5000);
    const [line, ...others] = await store.audit.lines(0, 10);
    assert.deepEqual([line?.kind, others], ['card.read', []]);
    const { card, isPass, stoppedFor } = JSON.parse(line?.body ?? '');
    assert.deepEqual([card, isPass, stoppedFor.warnings], [requestId, false, [-9107]]);
    assert.equal(/SAN, Nan|C000000/.test(line?.body ?? ''), false);
  });
});
