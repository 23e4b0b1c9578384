import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { beginOn } from '../../test/support/attempted.ts';
import { issue } from '../../test/support/issued.ts';
import { newKey } from '../store/seal.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { attemptsLeft } from './attempts-made.ts';
import { concludeAttempt } from './conclude.ts';
import type { Plan } from './plan.ts';
import { settleById } from './settle.ts';

describe('what an attempt means for its verification', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'selfsame-conclude-'));
  const store = await openSqliteStore({ dataDir, masterKey: newKey() });
  after(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  async function opened(plan: Partial<Plan>) {
    const { id } = await issue(store, { skipPrivacyPolicy: true, ...plan });
    await store.verifications.move(id, 'issued', 'opened');
    return id;
  }
  async function standingOf(id: string) {
    const standing = await settleById(store, id, Date.now());
    assert.ok(standing);
    return standing;
  }
  /** One attempt from its start to its verdict. */
  async function attempt(id: string, code: number, spoofLimit = 5) {
    const begun = await beginOn(store, id, Date.now());
    await store.verifications.move(
      id,
      'liveness',
      'judging',
      {},
      { seq: begun.seq, changes: { stage: 'submitted' } },
    );
    const outcome = {
      submittedAtMs: 1,
      errorCode: code,
      livenessCode: code,
      compareCode: null,
      similarity: null,
    };
    const conclude = async () =>
      concludeAttempt(store, await standingOf(id), begun, Date.now(), outcome, spoofLimit).catch(() => false);
    return { first: await conclude(), second: conclude };
  }

  it('passes once and for all', async () => {
    const id = await opened({});
    await attempt(id, 0);
    const { verification } = await standingOf(id);
    assert.deepEqual([verification.stage, verification.finalCode], ['finished', 0]);
  });

  it('is counted once, even when two judges were at it', async () => {
    const id = await opened({});
    const { first, second } = await attempt(id, 1004);
    assert.equal(first, true);
    assert.equal(await second(), false);
    const { verification, attempts } = await standingOf(id);
    assert.equal(attemptsLeft(verification, attempts), 98);
    const lines = (await store.audit.lines(0, 1000)).filter(({ body }) => body.includes(id));
    assert.deepEqual(
      lines.map(({ kind }) => kind),
      ['attempt.judged'],
    );
  });

  it('ends with the last code when the retries are used up', async () => {
    const id = await opened({ livenessRetryLimit: 2 });
    await attempt(id, 1004);
    assert.equal((await standingOf(id)).verification.stage, 'opened');
    await attempt(id, 1201);
    const { verification } = await standingOf(id);
    assert.deepEqual([verification.stage, verification.finalCode], ['finished', 1201]);
  });

  it('charges nobody for an engine that failed', async () => {
    const id = await opened({ livenessRetryLimit: 1 });
    await attempt(id, 1001);
    const { verification, attempts } = await standingOf(id);
    assert.deepEqual([verification.stage, attemptsLeft(verification, attempts)], ['opened', 1]);
  });

  it('ends after five spoofed attempts: 99 tries would undo every error rate', async () => {
    const id = await opened({});
    for (const code of [1002, 1004, 1003, 1002, 1003]) await attempt(id, code);
    assert.equal((await standingOf(id)).verification.stage, 'opened', 'four spoofed and one without a face');
    await attempt(id, 1002);
    const { verification } = await standingOf(id);
    assert.deepEqual([verification.stage, verification.finalCode], ['finished', 1002]);
  });

  it('goes on for ever where the operator set no limit', async () => {
    const id = await opened({});
    for (let count = 0; count < 7; count++) await attempt(id, 1002, 0);
    assert.equal((await standingOf(id)).verification.stage, 'opened');
  });
});
