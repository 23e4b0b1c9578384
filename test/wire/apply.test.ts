import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cardTypeNames } from '../../src/cards/card-type.ts';
import { hashBizToken } from '../../src/token/biz-token.ts';
import { languages } from '../../src/token/languages.ts';
import { plainCardPlan } from '../support/issued.ts';
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

  it('knows no rule that nobody made', async () => {
    assert.equal((await failure({ ...redirect, RuleId: '7' }))[0], 'InvalidParameterValue.RuleIdNotExist');
  });

  it('plans a card in modes 1 and 4, with the defaults of the vendor', async () => {
    for (const CheckMode of [1, 4]) {
      const { plan } = await planOf({ CheckMode, SecurityLevel: 1 });
      assert.deepEqual([plan.checkMode, plan.card], [CheckMode, plainCardPlan]);
    }
    assert.equal((await planOf(silent)).plan.card, null);
  });

  it('takes what is asked of a card', async () => {
    const asked = { CheckMode: 4, AllowExpiredDocument: false, IdCardCutReturn: true };
    const { plan } = await planOf({ ...asked, IDCardType: 'HKIDCard' });
    assert.deepEqual(plan.card, {
      ...plainCardPlan,
      askedType: 'HKIDCard',
      allowsExpired: false,
      showsCut: true,
    });
    for (const type of cardTypeNames) {
      assert.equal((await planOf({ CheckMode: 4, IdCardType: type })).plan.card?.askedType, type);
    }
    assert.equal((await planOf({ CheckMode: 4, IDCardType: '' })).plan.card?.askedType, null);
    const unknown = await failure({ ...redirect, Config: { CheckMode: 4, IDCardType: 'HK' } });
    assert.equal(unknown[0], 'InvalidParameterValue');
  });

  it('knows which warnings stop the flow: all, those that are named, or none', async () => {
    const stopping = async (config: object) =>
      (await planOf({ CheckMode: 4, ...config })).plan.card?.stoppingWarnings;
    assert.deepEqual(await stopping({ SelectedWarningCodes: '' }), plainCardPlan.stoppingWarnings);
    assert.deepEqual(await stopping({ SelectedWarningCodes: '-9107, -9101' }), [-9101, -9107]);
    // The example of the vendor's own page names one that nobody explains.
    assert.deepEqual(await stopping({ SelectedWarningCodes: '-9104,-9105' }), [-9104]);
    const off = { DisableCheckOcrWarnings: true };
    assert.deepEqual(await stopping(off), []);
    assert.deepEqual(await stopping({ ...off, SelectedWarningCodes: '-9101' }), []);
    assert.deepEqual(await stopping({ ...off, SelectedWarningCodes: 'nonsense' }), []);
  });

  it('refuses warnings that nobody knows, naming those that are', async () => {
    for (const codes of ['9101', '-1', '-9106', '-9101;-9102', '-9101,', 'all']) {
      const Config = { CheckMode: 4, SelectedWarningCodes: codes };
      const [code, message] = await failure({ ...redirect, Config });
      assert.equal(code, 'InvalidParameterValue', codes);
      assert.ok(message.includes('Config.SelectedWarningCodes') && message.includes('-9108'), message);
    }
  });

  it('ignores the photo in modes that compare with none of the merchant’s', async () => {
    for (const CheckMode of [1, 3, 4]) {
      const Config = { CheckMode, SecurityLevel: 1 };
      const { Response } = await apply({ ...redirect, CompareImageBase64: 'no photo at all', Config });
      const found = await server.store.verifications.byTokenHash(hashBizToken(String(Response.BizToken)));
      assert.ok(found && !('erased' in found));
      assert.equal(found.referencePhotoId, null);
    }
  });

  it('asks for no level of liveness in mode 4, where there is none', async () => {
    const { plan } = await planOf({ CheckMode: 4, SecurityLevel: 4 });
    assert.equal(plan.mayBeLower, false);
  });

  it('plans the level that is asked for, by default 3, and the actions, by default a blink', async () => {
    const planned = async (config: object) => {
      const { askedSecurityLevel, actions } = (await planOf({ CheckMode: 3, ...config })).plan;
      return [askedSecurityLevel, actions];
    };
    assert.deepEqual(await planned({}), [3, ['blink']]);
    for (const SecurityLevel of [1, 2, 3, 4, 5])
      assert.deepEqual(await planned({ SecurityLevel }), [SecurityLevel, ['blink']]);
    assert.deepEqual(await planned({ SecurityLevel: 5, ActionList: 'nod , shake' }), [5, ['nod', 'shake']]);
    assert.deepEqual(await planned({ SecurityLevel: 2, ActionList: '' }), [2, ['blink']]);
  });

  it('lets an attempt be judged lower at levels 2 to 4 alone, and only where AutoDowngrade allows it', async () => {
    const mayBeLower = async (config: object) => (await planOf({ CheckMode: 3, ...config })).plan.mayBeLower;
    const allowed: boolean[] = [];
    for (const SecurityLevel of [1, 2, 3, 4, 5]) {
      allowed.push(await mayBeLower({ SecurityLevel }));
      assert.equal(await mayBeLower({ SecurityLevel, AutoDowngrade: 2 }), false);
    }
    assert.deepEqual(allowed, [false, true, true, true, false]);
    assert.equal(await mayBeLower({ AutoDowngrade: 1 }), true);
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
      ['CheckMode', [1, 3, 4], [0, 5, -1]],
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
      for (const value of good) await planOf({ ...silent, [name]: value });
    }
  });

  it('falls back to the default colour, and to no other default where a value is wrong', async () => {
    for (const ThemeColor of ['red', '', '#12345', '#1234567', '2d72f8', ' #123456', '#12345g', '#123']) {
      assert.equal((await planOf({ ...silent, ThemeColor })).plan.themeColor, '#2d72f1', ThemeColor);
    }
    assert.equal((await planOf({ ...silent, ThemeColor: '#00FF7f' })).plan.themeColor, '#00ff7f');
    for (const Language of ['fr', 'EN', 'zh-CN', 'zh_tc', ' en', 'en-US']) {
      const [code, message] = await failure({ ...redirect, Config: { ...silent, Language } });
      assert.equal(code, 'InvalidParameterValue', Language);
      assert.match(message, /^`Config.Language` must be one of en, th, zh-cn, zh-tc, id, /, Language);
    }
    assert.equal((await planOf({ ...silent, Language: '' })).plan.language, 'en');
    assert.equal(
      (await failure({ ...redirect, Config: { ...silent, Version: 'PRO' } }))[0],
      'InvalidParameterValue',
    );
    for (const Language of languages) {
      assert.equal((await planOf({ ...silent, Language })).plan.language, Language);
    }
  });

  it('takes every field of Config as it is given, none instead of another', async () => {
    const skips = { AutoSkipStartPage: true, AutoSkip: true, SkipPrivacyPolicy: true };
    const card = { IDCardType: 'MLIDCard', DisableCheckOcrWarnings: false, SelectedWarningCodes: '-9103' };
    const ofCard = { ...card, IdCardCutReturn: true, AllowExpiredDocument: false };
    const level = { SecurityLevel: 4, ActionList: 'shake,mouth', AutoDowngrade: 2 };
    const limits = { LivenessRetryLimit: 7, LivenessTimeout: 120 };
    const look = { ThemeColor: '#C0FFEE', Language: 'zh-tc', Version: 'PLUS' };
    const given = { CheckMode: 1, ...skips, ...ofCard, ...level, ...limits, ...look };
    assert.deepEqual((await planOf(given)).plan, {
      checkMode: 1,
      card: { askedType: 'MLIDCard', stoppingWarnings: [-9103], allowsExpired: false, showsCut: true },
      askedSecurityLevel: 4,
      mayBeLower: false,
      actions: ['shake', 'mouth'],
      autoSkipStartPage: true,
      autoSkip: true,
      skipPrivacyPolicy: true,
      themeColor: '#c0ffee',
      language: 'zh-tc',
      livenessRetryLimit: 7,
      livenessTimeoutSeconds: 120,
      withInfoTags: true,
    });
  });

  it("fills in the vendor's defaults", async () => {
    const { plan, deadlineMs, readableUntilMs, issuedAtMs } = await planOf({ CheckMode: 3 });
    assert.deepEqual([plan.livenessRetryLimit, plan.livenessTimeoutSeconds, plan.language], [99, 45, 'en']);
    assert.deepEqual([plan.autoSkip, plan.autoSkipStartPage, plan.skipPrivacyPolicy], [false, false, false]);
    assert.deepEqual([deadlineMs - issuedAtMs, readableUntilMs - issuedAtMs], [600_000, 259_200_000]);
  });
});
