import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, beforeEach, describe, it } from 'node:test';
import { issue } from '../../../test/support/issued.ts';
import { newRule } from '../../../test/support/ruled.ts';
import { newKey } from '../seal.ts';
import type { Store } from '../store.ts';
import { openDatabase } from './database.ts';
import { migrate } from './schema.ts';
import { openSqliteStore } from './sqlite-store.ts';

const logo = Buffer.from('a picture');

describe('rules in the store', () => {
  const folders: string[] = [];
  const stores: Store[] = [];
  const masterKey = newKey();
  let dataDir: string;

  async function open(): Promise<Store> {
    const opened = await openSqliteStore({ dataDir, masterKey });
    stores.push(opened);
    return opened;
  }
  async function withShops(): Promise<Store> {
    const store = await open();
    for (const name of ['shop', 'bank']) {
      await store.accounts.create({ id: name, name, kind: 'merchant', ratePerSecond: 20 });
    }
    return store;
  }
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'selfsame-rules-'));
    folders.push(dataDir);
  });
  after(async () => {
    for (const each of stores) await each.close().catch(() => undefined);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('come back as they were, with their picture, after the store was opened again', async () => {
    const store = await withShops();
    const rule = newRule({ accountId: 'shop' });
    await store.rules.add(rule, logo);
    await store.close();
    const again = await open();
    assert.deepEqual(await again.rules.inForce('shop', rule.id), rule);
    assert.deepEqual(await again.rules.byRevision(rule.revision), rule);
    assert.deepEqual(await again.rules.list(), [{ ...rule, accountName: 'shop' }]);
    const kept = await again.rules.logo(rule.logo?.sha256 ?? '');
    assert.deepEqual([Buffer.from(kept?.bytes ?? []), kept?.type], [logo, 'image/png']);
    assert.equal(await again.rules.logo('0'.repeat(64)), null);
  });

  it('belong to one account: to another they are not there', async () => {
    const store = await withShops();
    const rule = newRule({ accountId: 'shop' });
    await store.rules.add(rule, logo);
    assert.equal(await store.rules.inForce('bank', rule.id), null);
  });

  it('made or removed by another program are so at once', async () => {
    const [running, command] = [await withShops(), await open()];
    const rule = newRule({ accountId: 'shop' });
    assert.equal(await running.rules.inForce('shop', rule.id), null);
    await command.rules.add(rule, logo);
    assert.deepEqual(await running.rules.inForce('shop', rule.id), rule);
    assert.equal(await command.rules.remove(rule.id, 5000), true);
    assert.equal(await running.rules.inForce('shop', rule.id), null);
    assert.equal(await command.rules.remove(rule.id, 5001), false);
  });

  it('that were removed stay for verifications issued with them, and go after the last of these', async () => {
    const store = await withShops();
    const rule = newRule({ accountId: 'shop' });
    await store.rules.add(rule, logo);
    const { id } = await issue(store, {}, 1000, 'shop', rule.revision);
    await store.rules.remove(rule.id, 5000);
    await store.rules.forgetRemoved(9000);
    assert.deepEqual(await store.rules.byRevision(rule.revision), rule);
    assert.ok(await store.rules.logo(rule.logo?.sha256 ?? ''));
    await store.verifications.erase(id, 'expired', 9999);
    await store.rules.forgetRemoved(5000);
    assert.deepEqual(await store.rules.byRevision(rule.revision), rule, 'not before its time');
    await store.rules.forgetRemoved(9000);
    assert.equal(await store.rules.byRevision(rule.revision), null);
    assert.equal(await store.rules.logo(rule.logo?.sha256 ?? ''), null);
  });

  it('can be kept in a store that a version without them made, whose verifications then have none', async () => {
    const path = join(dataDir, 'selfsame.db');
    const old = openDatabase(path);
    await migrate(old, 4);
    await old.close();
    const file = new DatabaseSync(path);
    const columns = file.prepare('PRAGMA table_info(verifications)').all() as { name: string }[];
    assert.equal(file.prepare('PRAGMA user_version').get()?.user_version, 4);
    assert.equal(
      columns.some(({ name }) => name === 'ruleRevision'),
      false,
    );
    const consent = JSON.stringify({ version: '2026-11-25', language: 'th', atMs: 2000 });
    // As that version stored one: the sealed parts come from a store of today, whose seals are the same.
    file.close();
    const elsewhere = mkdtempSync(join(tmpdir(), 'selfsame-rules-'));
    folders.push(elsewhere);
    const present = await openSqliteStore({ dataDir: elsewhere, masterKey });
    const { id, token } = await issue(present, {}, 1000, 'shop');
    await present.close();
    const between = new DatabaseSync(path);
    const names = columns.map(({ name }) => name).join(', ');
    between.exec(`ATTACH '${join(elsewhere, 'selfsame.db')}' AS present`);
    between.exec(`INSERT INTO verifications (${names}) SELECT ${names} FROM present.verifications`);
    between.prepare('UPDATE verifications SET consent = ?').run(consent);
    between.close();
    const store = await withShops();
    const found = await store.verifications.byId(id);
    assert.deepEqual([found?.ruleRevision, found?.personal.extra], [null, null]);
    assert.deepEqual(found?.consent, { ...JSON.parse(consent), of: 'service', text: '' });
    await store.rules.add(newRule({ accountId: 'shop' }), logo);
    assert.equal((await store.rules.list()).length, 1);
    assert.ok(token);
  });
});
