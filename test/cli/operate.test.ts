import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadMasterKey } from '../../src/store/master-key.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { cardOn, glaringVerdict } from '../support/carded.ts';
import { issue, plainCardPlan } from '../support/issued.ts';
import { jsonLines, program, runSelfsame } from './run-selfsame.ts';

type Key = {
  readonly account: string;
  readonly secretId: string;
  readonly secretKey?: string;
  readonly disabled?: string;
};

describe('the command line on a data folder', () => {
  const data = mkdtempSync(join(tmpdir(), 'selfsame-cli-'));
  let store: Store;
  before(async () => {
    store = await openSqliteStore({ dataDir: data, masterKey: loadMasterKey(data, null, {}).key });
  });
  after(async () => {
    await store.close();
    rmSync(data, { recursive: true });
  });
  const run = (...args: string[]) => runSelfsame(...args, '--data', data);

  it('makes keys that a running server knows at once, two an account, and disables them', async () => {
    const made = await run('key', 'create', '--account', 'shop', '--rate', '50', '--json');
    assert.equal(made.exitCode, 0, made.stderr);
    const [key] = jsonLines<Key>(made.stdout);
    assert.ok(key?.secretKey);
    assert.deepEqual(Object.keys(key), ['account', 'secretId', 'secretKey']);
    const known = await store.accounts.findKey(key.secretId);
    assert.deepEqual(
      [known?.secretKey, known?.account.name, known?.account.ratePerSecond],
      [key.secretKey, 'shop', 50],
    );
    assert.equal((await run('key', 'create', '--account', 'shop', '--json')).exitCode, 0);
    const third = await run('key', 'create', '--account', 'shop', '--json');
    assert.deepEqual([third.exitCode, third.stdout], [1, '']);
    assert.match(third.stderr, /two active keys/);
    assert.equal((await run('key', 'disable', key.secretId)).exitCode, 0);
    const listed = jsonLines<Key>((await run('key', 'list', '--json')).stdout);
    assert.ok(listed.find(({ secretId }) => secretId === key.secretId)?.disabled);
    assert.ok(listed.every((line) => !('secretKey' in line)));
  });

  it('shows a verification by its token without what the merchant gave, and erases it', async () => {
    const { token } = await issue(store);
    const shown = await run('show', token, '--json');
    const [answer] = jsonLines<{ stage: string; attempts: unknown[] }>(shown.stdout);
    assert.deepEqual([answer?.stage, answer?.attempts], ['issued', []]);
    assert.equal(shown.stdout.includes('shop.example'), false);
    const erased = await run('erase', token, '--json');
    assert.equal(erased.exitCode, 0);
    assert.deepEqual(Object.keys(jsonLines<object>(erased.stdout)[0] ?? {}), ['id', 'erased']);
    const gone = await run('show', token);
    assert.equal(gone.exitCode, 1);
    assert.match(gone.stderr, /erased \(operator\)/);
  });

  it('shows why a card was stopped, with scores and thresholds, and nothing that stands on it', async () => {
    const { id, token } = await issue(store, { checkMode: 1, skipPrivacyPolicy: true, card: plainCardPlan });
    await store.verifications.move(id, 'issued', 'opened');
    const { requestId } = await cardOn(store, id, glaringVerdict, Date.now());
    const shown = await run('show', requestId, '--json');
    const [answer] = jsonLines<{ cards: Record<string, unknown>[] }>(shown.stdout);
    const [card] = answer?.cards ?? [];
    assert.deepEqual([card?.requestId, card?.type, card?.isPass], [requestId, 'HKIDCard', false]);
    assert.deepEqual(card?.warnings, glaringVerdict.warnings);
    assert.deepEqual(card?.reasons, glaringVerdict.reasons);
    const told = (await run('show', token)).stdout;
    assert.match(told, /HKIDCard {2}stopped {2}pass false {2}for -9107/);
    assert.match(told, /warning -9107: 0.2 \(told from 0.01, stops from 0.05\)/);
    for (const text of [shown.stdout, told]) assert.equal(/SAN, Nan|C000000/.test(text), false);
    assert.equal((await run('erase', token)).exitCode, 0);
    assert.equal(await store.cards.byRequestId(requestId), null);
  });

  it('holds a verification, which then answers nobody, and releases it', async () => {
    const { id, token } = await issue(store);
    assert.equal((await run('hold', token)).exitCode, 0);
    assert.equal((await store.verifications.byId(id))?.onHold, true);
    assert.equal((await run('hold', token, '--release')).exitCode, 0);
    assert.equal((await store.verifications.byId(id))?.onHold, false);
  });

  it('makes a key for one action alone, and none for an action that is not there', async () => {
    const reading = ['--actions', 'GetWebVerificationResultIntl'];
    const [key] = jsonLines<Key>(
      (await run('key', 'create', '--account', 'reader', ...reading, '--json')).stdout,
    );
    const known = await store.accounts.findKey(key?.secretId ?? '');
    assert.deepEqual(known?.actions, ['GetWebVerificationResultIntl']);
    assert.equal((await run('key', 'create', '--account', 'reader', '--actions', 'Nothing')).exitCode, 2);
  });

  it('ends with 2 on wrong usage and with 1 when a thing is not there', async () => {
    assert.equal((await runSelfsame('no-such-command')).exitCode, 2);
    assert.equal((await run('key', 'create', '--rate', 'many')).exitCode, 2);
    assert.equal((await run('show', 'FFFFFFFF-0000-4000-8000-000000000000')).exitCode, 1);
    const elsewhere = await runSelfsame('key', 'list', '--data', join(data, 'mistyped'));
    assert.equal(elsewhere.exitCode, 1);
    assert.match(elsewhere.stderr, /holds no records/);
  });

  it('explains every command with --help', async () => {
    const rules = ['rule create', 'rule list', 'rule show', 'rule delete'];
    const commands = ['compare', 'judge', 'calibrate', 'key create', 'key list', 'key disable', ...rules];
    for (const command of [...commands, 'show', 'hold', 'erase', 'doctor']) {
      const { exitCode, stdout } = await runSelfsame(...command.split(' '), '--help');
      assert.equal(exitCode, 0);
      assert.match(stdout, /Usage: selfsame/);
      assert.match(stdout, /Example: selfsame/, command);
    }
  });

  it('ends in silence where whoever reads its output has read enough', async () => {
    const child = spawn(process.execPath, [program, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    const said: Buffer[] = [];
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes));
    const [exitCode] = await once(child, 'close');
    assert.equal(Buffer.concat(said).toString(), '');
    assert.equal(exitCode, 0);
  });

  it('has a doctor that names every part in one line, and what to do', async () => {
    const { stdout, exitCode } = await run('doctor', '--json');
    assert.equal(exitCode, 0, stdout);
    const findings = jsonLines<{ part: string; state: string; text: string; remedy?: string }>(stdout);
    const parts = findings.map(({ part }) => part);
    for (const part of [
      'video decoder',
      'storage',
      'clock',
      'free disk',
      'processor',
      'public URL',
      'TLS',
      '/try',
      'master key',
    ]) {
      assert.ok(parts.includes(part), part);
    }
    const beside = findings.find(({ part }) => part === 'master key');
    assert.deepEqual([beside?.state, /--master-key-file/.test(beside?.remedy ?? '')], ['warning', true]);
    assert.match(findings.find(({ part }) => part === 'similarity scale')?.text ?? '', /^default\//);
    const exposed = jsonLines<{ part: string; state: string }>(
      (await run('doctor', '--public-url', 'https://kyc.example.com', '--try', '--json')).stdout,
    );
    assert.equal(exposed.find(({ part }) => part === '/try')?.state, 'warning');
  });
});
