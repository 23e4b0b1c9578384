import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hashBizToken } from '../../src/token/biz-token.ts';
import { callJson, send, v1Parameters } from '../support/signed-call.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';

const redirect = { RedirectURL: 'https://shop.example/cb' };
const action = 'ApplyWebVerificationBizTokenIntl';

describe('Apply', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.stop());

  const apply = (parameters: unknown) => callJson(server.port, server.credentials, action, parameters);
  async function failure(parameters: unknown): Promise<readonly [code: string | undefined, message: string]> {
    const { status, Response } = await apply(parameters);
    assert.equal(status, 200);
    assert.match(Response.RequestId, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    return [Response.Error?.Code, Response.Error?.Message ?? ''];
  }
  async function planOf(Config: unknown) {
    const { Response } = await apply({ ...redirect, Config });
    assert.equal(Response.Error, undefined, JSON.stringify(Response.Error));
    const found = await server.store.verifications.byTokenHash(hashBizToken(String(Response.BizToken)));
    assert.ok(found && !('erased' in found));
    return found;
  }
  const silent = { CheckMode: 3, SecurityLevel: 1 };

  it('needs a RedirectURL, and says so', async () => {
    assert.deepEqual(await failure({}), [
      'MissingParameter',
      'The request is missing a required parameter `RedirectURL`.',
    ]);
  });

  it('sends nobody to a URL that is not plain http or https', async () => {
    for (const RedirectURL of [
      'shop.example',
      'javascript:alert(1)',
      'https://u:p@shop.example',
      'https://a.example/\n',
    ]) {
      const [code, message] = await failure({ RedirectURL, Config: silent });
      assert.equal(code, 'InvalidParameterValue', RedirectURL);
      assert.match(message, /RedirectURL/);
    }
  });

  it('compares by default, and so needs a photo', async () => {
    for (const Config of [undefined, {}, { CheckMode: 2 }]) {
      const [code, message] = await failure({ ...redirect, ...(Config && { Config }) });
      assert.equal(code, 'MissingParameter');
      assert.match(message, /CompareImageBase64/);
    }
  });

  it('takes no photo that it cannot read, and says what is wrong with it', async () => {
    const notBase64 = await failure({ ...redirect, CompareImageBase64: 'é!' });
    assert.deepEqual(notBase64, ['InvalidParameterValue', '`CompareImageBase64` is not Base64.']);
    const [code, message] = await failure({
      ...redirect,
      CompareImageBase64: Buffer.from('no image').toString('base64'),
    });
    assert.equal(code, 'InvalidParameterValue');
    assert.match(message, /CompareImageBase64/);
    const [largeCode, largeMessage] = await failure({
      ...redirect,
      CompareImageBase64: 'A'.repeat(8_388_612),
    });
    assert.deepEqual([largeCode, /8 MB/.test(largeMessage)], ['InvalidParameterValue', true]);
  });

  it('ignores a photo in mode 3 and does not store it', async () => {
    const { Response } = await apply({ ...redirect, CompareImageBase64: 'not even Base64!', Config: silent });
    const found = await server.store.verifications.byTokenHash(hashBizToken(String(Response.BizToken)));
    assert.ok(found && !('erased' in found) && found.referencePhotoId === null);
  });

  it('carries 1,000 characters of Extra and not one more', async () => {
    assert.equal(
      (await apply({ ...redirect, Extra: 'é'.repeat(1000), Config: silent })).Response.Error,
      undefined,
    );
    assert.equal(
      (await failure({ ...redirect, Extra: 'e'.repeat(1001), Config: silent }))[0],
      'InvalidParameterValue',
    );
  });

  it('asks for actions only where the level has them, naming both fields', async () => {
    const wrong: Record<string, unknown>[] = [
      { SecurityLevel: 1, ActionList: 'blink' },
      { SecurityLevel: 3, ActionList: 'blink' },
      { ActionList: 'blink' },
      { SecurityLevel: 2, ActionList: 'wink' },
      { SecurityLevel: 4, ActionList: 'blink,mouth,nod' },
      { SecurityLevel: 2, ActionList: 'blink,blink' },
    ];
    for (const Config of wrong) {
      const [code, message] = await failure({ ...redirect, Config: { CheckMode: 3, ...Config } });
      assert.equal(code, 'InvalidParameterValue', JSON.stringify(Config));
      assert.ok(message.includes('ActionList') && message.includes('SecurityLevel'), message);
    }
    await planOf({ CheckMode: 3, SecurityLevel: 2, ActionList: 'blink, mouth' });
  });

  it('knows no rule yet', async () => {
    assert.equal((await failure({ ...redirect, RuleId: '7' }))[0], 'InvalidParameterValue.RuleIdNotExist');
  });

  it('refuses the modes that it cannot do by their names', async () => {
    for (const CheckMode of [1, 4]) {
      const [code, message] = await failure({ ...redirect, Config: { CheckMode } });
      assert.equal(code, 'InvalidParameterValue');
      assert.ok(message.includes(`\`Config.CheckMode\` ${CheckMode}`), message);
    }
  });

  it('judges a level that it cannot do silent where that is allowed, and remembers why', async () => {
    const { plan } = await planOf({ CheckMode: 3 });
    assert.deepEqual([plan.askedSecurityLevel, plan.appliedSecurityLevel], [3, 1]);
    assert.match(plan.downgradeReason ?? '', /level 3/);
    assert.equal((await planOf(silent)).plan.downgradeReason, null);
  });

  it('refuses a level that it cannot do where no lower one is allowed', async () => {
    for (const SecurityLevel of [2, 3, 4, 5]) {
      const Config = { CheckMode: 3, SecurityLevel, AutoDowngrade: 2 };
      const [code, message] = await failure({ ...redirect, Config });
      assert.deepEqual([code, message.includes('AutoDowngrade')], ['InvalidParameterValue', true]);
    }
  });

  it('is strict with types in JSON', async () => {
    const wrong: Record<string, unknown>[] = [
      { ...redirect, Config: { CheckMode: '3' } },
      { ...redirect, Config: { CheckMode: 3, AutoSkip: 'true' } },
      { ...redirect, Config: { CheckMode: 3.5 } },
      { ...redirect, Config: 'x' },
      { ...redirect, Config: [] },
      { RedirectURL: 7 },
      { ...redirect, Extra: {} },
      { ...redirect, Config: { CheckMode: true } },
      { ...redirect, Config: { CheckMode: [3] } },
      { ...redirect, Config: { CheckMode: { toString: 'x' } } },
      { ...redirect, Config: { AutoSkip: { valueOf: 1 } } },
    ];
    for (const parameters of wrong) {
      assert.equal((await failure(parameters))[0], 'InvalidParameter', JSON.stringify(parameters));
    }
  });

  it('converts numbers and booleans from the text of a form, Python ones too', async () => {
    const parameters = v1Parameters(
      server.credentials,
      { action, host: `127.0.0.1:${server.port}` },
      {
        RedirectURL: 'https://shop.example/cb',
        'Config.CheckMode': '3',
        'Config.AutoSkip': 'True',
        'Config.SkipPrivacyPolicy': 'false',
      },
    );
    const headers = { host: `127.0.0.1:${server.port}`, 'content-type': 'application/x-www-form-urlencoded' };
    const { Response } = await send(server.port, { headers }, new URLSearchParams(parameters).toString());
    assert.equal(Response.Error, undefined, JSON.stringify(Response));
    const found = await server.store.verifications.byTokenHash(hashBizToken(String(Response.BizToken)));
    assert.ok(found && !('erased' in found));
    assert.deepEqual(
      [found.plan.checkMode, found.plan.autoSkip, found.plan.skipPrivacyPolicy],
      [3, true, false],
    );
  });

  it('refuses parameters that nobody knows, but not members of Config: SDK versions differ', async () => {
    assert.deepEqual(await failure({ ...redirect, Config: silent, $schema: 'x' }), [
      'UnknownParameter',
      'The parameter `$schema` is not recognized.',
    ]);
    await planOf({ ...silent, Tomorrow: { deep: [1] } });
  });

  it('holds every number to its range', async () => {
    const ranges: readonly (readonly [name: string, good: readonly number[], bad: readonly number[]])[] = [
      ['CheckMode', [2, 3], [0, 5, -1]],
      ['SecurityLevel', [1, 5], [0, 6]],
      ['AutoDowngrade', [1], [0, 3]],
      ['LivenessRetryLimit', [1, 99], [0, 100]],
      ['LivenessTimeout', [1, 600], [0, 601]],
    ];
    for (const [name, good, bad] of ranges) {
      for (const value of bad) {
        assert.equal(
          (await failure({ ...redirect, Config: { ...silent, [name]: value } }))[0],
          'InvalidParameterValue',
        );
      }
      for (const value of good.filter((value) => name !== 'CheckMode' || value !== 2)) {
        await planOf({ ...silent, [name]: value });
      }
    }
  });

  it('falls back to the default colour, and to no other default where a value is wrong', async () => {
    assert.equal((await planOf({ ...silent, ThemeColor: 'red' })).plan.themeColor, '#2d72f1');
    assert.equal((await planOf({ ...silent, ThemeColor: '#00FF7f' })).plan.themeColor, '#00ff7f');
    assert.equal(
      (await failure({ ...redirect, Config: { ...silent, Language: 'fr' } }))[0],
      'InvalidParameterValue',
    );
    assert.equal(
      (await failure({ ...redirect, Config: { ...silent, Version: 'PRO' } }))[0],
      'InvalidParameterValue',
    );
    assert.equal((await planOf({ ...silent, Language: 'zh-tc' })).plan.language, 'zh-tc');
  });

  it("fills in the vendor's defaults", async () => {
    const { plan, deadlineMs, readableUntilMs, issuedAtMs } = await planOf({ CheckMode: 3 });
    assert.deepEqual([plan.livenessRetryLimit, plan.livenessTimeoutSeconds, plan.language], [99, 45, 'en']);
    assert.deepEqual([plan.autoSkip, plan.autoSkipStartPage, plan.skipPrivacyPolicy], [false, false, false]);
    assert.deepEqual([deadlineMs - issuedAtMs, readableUntilMs - issuedAtMs], [600_000, 259_200_000]);
  });
});
