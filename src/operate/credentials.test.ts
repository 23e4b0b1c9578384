import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { newKey } from '../store/seal.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { credentialsPath, ensureFirstAccount, newCredentials, readCredentials } from './credentials.ts';

describe('the key of the first account', () => {
  let dataDir: string;
  let store: Store;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'selfsame-credentials-'));
    store = await openSqliteStore({ dataDir, masterKey: newKey() });
  });
  afterEach(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  });
  const secretOf = async (secretId: string) => (await store.accounts.findKey(secretId))?.secretKey;

  it('is made once, in force, and in a file for its owner alone', async () => {
    const made = await ensureFirstAccount(store, dataDir);
    assert.ok(made);
    assert.deepEqual(readCredentials(dataDir), made);
    assert.equal(statSync(credentialsPath(dataDir)).mode & 0o777, 0o600);
    assert.equal(await secretOf(made.secretId), made.secretKey);
    assert.equal(await ensureFirstAccount(store, dataDir), null);
  });

  it('is taken from the file when a start was cut off before the store knew it', async () => {
    const written = newCredentials();
    writeFileSync(credentialsPath(dataDir), JSON.stringify(written));
    assert.deepEqual(await ensureFirstAccount(store, dataDir), written);
    assert.equal(await secretOf(written.secretId), written.secretKey);
  });

  it('is not written down when it cannot be in force', async () => {
    await ensureFirstAccount(store, dataDir);
    const account = await store.accounts.byName('default');
    const second = newCredentials();
    await store.accounts.addKey(account?.id ?? '', second.secretId, second.secretKey, Date.now());
    rmSync(credentialsPath(dataDir));
    await assert.rejects(ensureFirstAccount(store, dataDir), /two active/);
    assert.equal(existsSync(credentialsPath(dataDir)), false);
  });

  it('stops the start when the file is not one of ours', async () => {
    writeFileSync(credentialsPath(dataDir), '{"secretId": 7}');
    await assert.rejects(ensureFirstAccount(store, dataDir), /secretId and secretKey/);
  });
});
