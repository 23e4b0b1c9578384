import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pino } from 'pino';
import { issue } from '../../test/support/issued.ts';
import { newKey } from '../store/seal.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { hashBizToken } from '../token/biz-token.ts';
import { startRetention } from './retention.ts';

describe('retention', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'selfsame-retention-'));
  const store = await openSqliteStore({ dataDir, masterKey: newKey() });
  const start = Date.now();
  let nowMs = start;
  const announced: string[] = [];
  const retention = startRetention({
    store,
    log: pino({ level: 'silent' }),
    now: () => nowMs,
    rememberErasedDays: 30,
    announce: (id) => void announced.push(id),
  });
  after(async () => {
    await retention.stop();
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  it('ends a verification that nobody came to, and tells the pages', async () => {
    const { id } = await issue(store, {}, start);
    nowMs = start + 600_001;
    await retention.sweep();
    const ended = await store.verifications.byId(id);
    assert.deepEqual([ended?.stage, ended?.finalCode], ['expired', 1409]);
    assert.ok(announced.includes(id));
  });

  it('erases after three days, not a moment before, and remembers the token for thirty more', async () => {
    const { id, token } = await issue(store, {}, start);
    await store.media.put(id, 'face', [Buffer.from('a face')]);
    nowMs = start + 259_200_000;
    await retention.sweep();
    assert.ok(await store.verifications.byId(id), 'still there at three days');
    nowMs += 1;
    await retention.sweep();
    assert.equal(await store.verifications.byId(id), null);
    assert.deepEqual(readdirSync(join(dataDir, 'media')), []);
    const erased = await store.verifications.byTokenHash(hashBizToken(token));
    assert.ok(erased && 'erased' in erased && erased.how === 'expired');
    nowMs += 30 * 86_400_000 + 1;
    await retention.sweep();
    assert.equal(await store.verifications.byTokenHash(hashBizToken(token)), null);
  });

  it('keeps what is on hold', async () => {
    nowMs = start;
    const { id } = await issue(store, {}, start);
    await store.verifications.amend(id, { onHold: true });
    nowMs = start + 259_200_001;
    await retention.sweep();
    assert.ok(await store.verifications.byId(id));
  });

  it('writes an audit line for what it erased, without names', async () => {
    const lines = await store.audit.lines(0, 100);
    assert.ok(
      lines.some(({ kind, body }) => kind === 'verification.erased' && body.includes('"how":"expired"')),
    );
    assert.equal(await store.audit.firstBroken(), null);
  });
});
