import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import fastify, { type FastifyInstance } from 'fastify';
import { partsOf } from '../../page/verify/needed-parts.ts';
import { issue } from '../../test/support/issued.ts';
import { agreed } from '../../test/support/staged-views.ts';
import { newKey } from '../store/seal.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { registerPageAssets } from './page-assets.ts';
import { openingOf } from './page-opening.ts';

describe('the words that a page will need', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'selfsame-words-'));
  let store: Store;
  let app: FastifyInstance;

  before(async () => {
    store = await openSqliteStore({ dataDir, masterKey: newKey() });
    await store.accounts.create({ id: 'account', name: 'shop', kind: 'merchant', ratePerSecond: 20 });
    app = fastify();
    registerPageAssets(app, 'verify', (token) => openingOf(store, token));
  });
  after(async () => {
    await app.close();
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  test('are announced with it: those that it will ask for, no more, and each is there', async () => {
    for (const checkMode of [1, 3, 4] as const)
      for (const securityLevel of [1, 2, 4] as const) {
        const plan = { checkMode, askedSecurityLevel: securityLevel, language: 'th' } as const;
        const { token } = await issue(store, plan);
        const asked = partsOf({ ...agreed, checkMode, securityLevel }, false).map((part) => `${part}/`);
        assert.deepEqual(
          (await openingOf(store, token)).words,
          ['', ...asked].map((part) => `i18n/${part}th.json`),
        );
        const { headers } = await app.inject(`/verify?token=${token}`);
        const files = [...String(headers.link).matchAll(/<([^>]+)>; rel=modulepreload/g)].map(
          ([, file]) => file,
        );
        assert.equal(files.length, asked.length + 1);
        for (const file of files) assert.equal((await app.inject(String(file))).statusCode, 200, file);
      }
  });

  test('are not announced to a link that nobody was given', async () => {
    assert.equal((await app.inject('/verify?token=unknown')).headers.link, undefined);
  });
});
