import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { consentTo } from '../../src/capture/agreement.ts';
import { loadMasterKey } from '../../src/store/master-key.ts';
import type { Rule } from '../../src/store/records.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { issue } from '../support/issued.ts';
import { jsonLines, runSelfsame } from './run-selfsame.ts';

type Line = { readonly ruleId: string; readonly account: string; readonly name: string };

describe('the rules that an operator keeps', () => {
  const data = mkdtempSync(join(tmpdir(), 'selfsame-cli-rules-'));
  const file = join(data, 'rule.json');
  let store: Store;
  before(async () => {
    store = await openSqliteStore({ dataDir: data, masterKey: loadMasterKey(data, null, {}).key });
    await store.accounts.create({ id: 'shop-id', name: 'shop', kind: 'merchant', ratePerSecond: 20 });
    writeFileSync(
      file,
      JSON.stringify({
        name: 'Sign-up',
        account: 'shop',
        config: { CheckMode: 3, SecurityLevel: 1 },
        agreement: { en: { version: '7', text: 'We film you.\n\nYou may leave.' } },
      }),
    );
  });
  after(async () => {
    await store.close();
    rmSync(data, { recursive: true });
  });
  const run = (...args: string[]) => runSelfsame(...args, '--data', data);
  const inForce = async (id: string): Promise<Rule | null> => await store.rules.inForce('shop-id', id);

  it('are made of a file, in force on a running server at once, shown in the vendor’s names, and deleted', async () => {
    const made = await run('rule', 'create', '--file', file, '--json');
    assert.equal(made.exitCode, 0, made.stderr);
    const [line] = jsonLines<Line>(made.stdout);
    assert.deepEqual({ ...line, ruleId: '' }, { ruleId: '', account: 'shop', name: 'Sign-up' });
    const id = line?.ruleId ?? '';
    assert.match(id, /^[1-9]\d{11}$/);
    const rule = await inForce(id);
    assert.deepEqual(rule?.config, { checkMode: 3, securityLevel: 1 });

    const { id: verificationId, token } = await issue(store, {}, Date.now(), 'shop-id', rule?.revision);
    const verification = await store.verifications.byId(verificationId);
    assert.ok(verification);
    const consent = consentTo(verification, rule, { agreementVersion: '7', language: 'en' }, Date.now());
    await store.verifications.amend(verificationId, { consent });

    assert.deepEqual(
      jsonLines<Line>((await run('rule', 'list', '--json')).stdout).map(({ ruleId }) => ruleId),
      [id],
    );
    const [shown] = jsonLines<{ config: unknown }>((await run('rule', 'show', id, '--json')).stdout);
    assert.deepEqual(shown?.config, { CheckMode: 3, SecurityLevel: 1 });

    const deleted = await run('rule', 'delete', id, '--json');
    assert.deepEqual(jsonLines(deleted.stdout), [{ ruleId: id, deleted: true }]);
    assert.equal(await inForce(id), null);

    const told = (await run('show', token)).stdout;
    assert.match(told, new RegExp(`rule ${id} {2}Sign-up`));
    assert.match(told, /agreed .* to the rule’s text, version 7, en:\n {4}We film you.\n {4}You may leave./);
    await run('erase', token);
    assert.equal(await store.verifications.byId(verificationId), null, 'the text has gone with it');
  });

  it('end with 1 where a file, a name, an account or a rule is not there, and say which', async () => {
    writeFileSync(join(data, 'wrong.json'), '{"redirects":true}');
    for (const [args, why] of [
      [['create', '--file', join(data, 'wrong.json')], /redirects is not known/],
      [['create', '--account', 'shop'], /needs a name/],
      [['create', '--name', 'x', '--account', 'nobody'], /no merchant nobody/],
      [['delete', '1'], /no rule 1/],
    ] as const) {
      const { exitCode, stdout, stderr } = await run('rule', ...args);
      assert.deepEqual([exitCode, stdout], [1, '']);
      assert.match(stderr, why);
    }
  });
});
