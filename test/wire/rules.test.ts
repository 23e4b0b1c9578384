import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Verification } from '../../src/store/records.ts';
import { hashBizToken } from '../../src/token/biz-token.ts';
import type { WebConfig } from '../../src/token/web-config.ts';
import { newRule } from '../support/ruled.ts';
import { type Sdk, type SdkError, sdkClient } from '../support/sdk.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';

/** Apply with a RuleId, by the vendor's Node SDK as it comes. */
describe('Apply by a rule', () => {
  let server: WireServer;
  let sdk: Sdk;
  let ids = 700_000_000_000;
  before(async () => {
    server = await startWireServer();
    sdk = sdkClient(server.credentials, `127.0.0.1:${server.port}`);
    await server.store.accounts.create({ id: 'bank', name: 'bank', kind: 'merchant', ratePerSecond: 20 });
  });
  after(() => server.stop());

  async function ruled(config: WebConfig, accountId = 'account'): Promise<string> {
    const rule = newRule({ accountId, config, id: String(++ids), logo: null });
    await server.store.rules.add(rule, null);
    return rule.id;
  }
  const call = (RuleId: string, Config: unknown = {}, RedirectURL = 'https://shop.example/cb') =>
    sdk.apply({ RedirectURL, RuleId, Config });
  async function issued(RuleId: string, Config?: unknown, RedirectURL?: string): Promise<Verification> {
    const { BizToken } = await call(RuleId, Config, RedirectURL);
    const found = await server.store.verifications.byTokenHash(hashBizToken(BizToken));
    assert.ok(found && !('erased' in found));
    return found;
  }
  async function failure(...args: Parameters<typeof call>): Promise<SdkError> {
    const answer = await call(...args).then(
      () => null,
      (error: SdkError) => error,
    );
    assert.ok(answer, 'it was issued');
    return answer;
  }
  const silent: WebConfig = { checkMode: 3, securityLevel: 1 };

  it('takes the rule’s Config, and field by field what Apply says over it', async () => {
    const id = await ruled({ ...silent, language: 'th', livenessRetryLimit: 5, autoSkip: true });
    const { plan, ruleRevision } = await issued(id, { Language: 'id', AutoSkip: false });
    assert.deepEqual(
      [plan.checkMode, plan.askedSecurityLevel, plan.language, plan.livenessRetryLimit, plan.autoSkip],
      [3, 1, 'id', 5, false],
    );
    const rule = await server.store.rules.inForce('account', id);
    assert.equal(ruleRevision, rule?.revision);
    assert.equal((await issued(id)).plan.language, 'th');
    assert.equal((await issued(id, { Language: '' })).plan.language, 'th', 'an empty text says nothing');
  });

  it('leaves the rule’s actions out where Apply asks for a level that has none', async () => {
    const id = await ruled({ checkMode: 3, securityLevel: 4, actionList: 'mouth' });
    assert.deepEqual((await issued(id)).plan.actions, ['mouth']);
    assert.deepEqual((await issued(id, { SecurityLevel: 2 })).plan.actions, ['mouth']);
    assert.equal((await issued(id, { SecurityLevel: 1 })).plan.askedSecurityLevel, 1);
    const wrong = await failure(id, { SecurityLevel: 1, ActionList: 'blink' });
    assert.equal(wrong.code, 'InvalidParameterValue');
  });

  it('knows only rules of its own account, and only while they are in force', async () => {
    const [own, foreign] = [await ruled(silent), await ruled(silent, 'bank')];
    for (const id of [foreign, '7', '0'.repeat(200)]) {
      assert.equal((await failure(id)).code, 'InvalidParameterValue.RuleIdNotExist', id);
    }
    const before = await issued(own);
    await server.store.rules.remove(own, Date.now());
    assert.equal((await failure(own)).code, 'InvalidParameterValue.RuleIdNotExist');
    const kept = await server.store.rules.byRevision(before.ruleRevision ?? '');
    assert.equal(kept?.id, own, 'what was issued keeps it');
  });

  it('sends customers only to hosts of the rule, and says why not', async () => {
    const id = await ruled(silent);
    assert.ok(await issued(id, {}, 'https://www.shop.example/back?x=1#/y'));
    for (const url of [
      'https://evil.example/shop.example',
      'https://shop.example:8443/',
      'https://shop.example./',
    ]) {
      const { code, message } = await failure(id, {}, url);
      assert.equal(code, 'InvalidParameterValue', url);
      assert.match(message, /`RedirectURL`: the rule does not allow its host/, url);
    }
    for (const url of [
      'shop.example/cb',
      'javascript:alert(1)',
      'https://u@shop.example/',
      'https://shop.example/\u0007',
    ]) {
      const { code, message } = await failure(id, {}, url);
      assert.deepEqual([code, /`RedirectURL`: it /.test(message)], ['InvalidParameterValue', true], url);
    }
  });
});
