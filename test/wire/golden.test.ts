import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { confirmCard } from '../../src/capture/cards.ts';
import { leave } from '../../src/capture/leave.ts';
import type { Plan } from '../../src/token/plan.ts';
import { attemptOn, fromFile, standingOf } from '../support/attempted.ts';
import { cardOn, glaringVerdict, hongKongVerdict } from '../support/carded.ts';
import { issue, plainCardPlan } from '../support/issued.ts';
import { newRule } from '../support/ruled.ts';
import { type Answer, callJson, callTc3, type Tc3Call } from '../support/signed-call.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';

const apply = 'ApplyWebVerificationBizTokenIntl';
const get = 'GetWebVerificationResultIntl';
const passed = { errorCode: 0, livenessCode: 0, compareCode: 0, similarity: 91.239 };
const spoofed = { errorCode: 1002, livenessCode: 1002, compareCode: null, similarity: null };
const another = { errorCode: 2016, livenessCode: 0, compareCode: 2016, similarity: 12.3 };

/** What is random in an answer, replaced: everything else is compared to the byte, the order of fields too. */
function golden({ status, headers, bytes }: Answer): string {
  const body = bytes
    .toString()
    .replace(/[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/g, '<BIZ-TOKEN>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>');
  return `HTTP ${status} ${headers['content-type']}\n${body}\n`;
}

/**
 * The answers as SDKs see them, frozen. After a change that is meant:
 * `node --test --test-update-snapshots test/wire/golden.test.ts`, and read the difference.
 */
describe('the answers on the wire', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.stop());

  const call = (action: string, parameters: unknown, more: Partial<Tc3Call> = {}) =>
    callJson(server.port, server.credentials, action, parameters, more);

  function compare(t: TestContext, name: string, answers: readonly (readonly [string, Answer])[]): void {
    const text = answers.map(([title, answer]) => `# ${title}\n${golden(answer)}`).join('\n');
    const path = fileURLToPath(new URL(`./golden/${name}.txt`, import.meta.url));
    t.assert.fileSnapshot(text, path, { serializers: [(value: unknown) => String(value)] });
  }

  async function opened(plan: Partial<Plan> = {}) {
    const issued = await issue(server.store, { skipPrivacyPolicy: true, ...plan });
    await server.store.verifications.move(issued.id, 'issued', 'opened');
    return issued;
  }
  const attempt = (id: string, codes: typeof passed | typeof spoofed) =>
    attemptOn(server.store, id, codes, Date.now());

  it('of Apply are what they were', async (t) => {
    const good = { RedirectURL: 'https://a.example/cb', Config: { CheckMode: 3, SecurityLevel: 1 } };
    const [own, foreign] = [newRule(), newRule({ id: '7654321', accountId: 'bank' })];
    const bank = { id: 'bank', name: 'bank', kind: 'merchant', ratePerSecond: 20 } as const;
    await server.store.accounts.create(bank);
    for (const rule of [own, foreign]) await server.store.rules.add({ ...rule, logo: null }, null);
    const inMode = (config: object) => call(apply, { ...good, Config: { ...good.Config, ...config } });
    compare(t, 'apply', [
      ['issued', await call(apply, good)],
      ['no RedirectURL', await call(apply, {})],
      ['RedirectURL that is none', await call(apply, { ...good, RedirectURL: 'javascript:alert(1)' })],
      ['mode 2 without a photo', await call(apply, { RedirectURL: good.RedirectURL })],
      ['a photo that is none', await call(apply, { ...good, Config: {}, CompareImageBase64: 'AAAA' })],
      ['a warning that nobody knows', await inMode({ CheckMode: 1, SelectedWarningCodes: '-1' })],
      ['a mode that never was', await inMode({ CheckMode: 9 })],
      ['a level that may not be lower', await inMode({ SecurityLevel: 4, AutoDowngrade: 2 })],
      ['actions at the silent level', await inMode({ ActionList: 'blink' })],
      ['too many retries', await inMode({ LivenessRetryLimit: 100 })],
      ['a number as text', await inMode({ LivenessTimeout: '45' })],
      ['a rule that nobody made', await call(apply, { ...good, RuleId: '7' })],
      ['a rule of another account', await call(apply, { ...good, RuleId: foreign.id })],
      ['by a rule', await call(apply, { ...good, RuleId: own.id, RedirectURL: 'https://shop.example/cb' })],
      ['a RedirectURL that the rule does not allow', await call(apply, { ...good, RuleId: own.id })],
      ['too long an Extra', await call(apply, { ...good, Extra: 'x'.repeat(1001) })],
      ['a parameter that nobody knows', await call(apply, { ...good, Nothing: 1 })],
    ]);
  });

  it('of Get are what they were, state by state', async (t) => {
    const issued = await issue(server.store);
    const running = await opened();
    await attempt(running.id, another);
    const done = await opened({ withInfoTags: true });
    for (const codes of [spoofed, passed]) await attempt(done.id, codes);
    const lower = await opened({ askedSecurityLevel: 3, mayBeLower: true });
    await attemptOn(server.store, lower.id, passed, Date.now(), fromFile);
    const left = await opened();
    await attempt(left.id, spoofed);
    await leave(server.store, await standingOf(server.store, left.id, Date.now()), Date.now());
    const alone = await issue(server.store, {}, Date.now() - 700_000);
    const old = await issue(server.store, {}, Date.now() - 260_000_000);
    const card = await opened({ checkMode: 4, card: plainCardPlan });
    await cardOn(server.store, card.id, hongKongVerdict, Date.now());
    await confirmCard(server.store, await standingOf(server.store, card.id, Date.now()), Date.now());
    const glare = await opened({ checkMode: 1, card: plainCardPlan });
    await cardOn(server.store, glare.id, glaringVerdict, Date.now());
    const read = (BizToken: string) => call(get, { BizToken });
    compare(t, 'get', [
      ['issued', await read(issued.token)],
      ['one attempt failed, more to come', await read(running.token)],
      ['passed at the second attempt, with PLUS', await read(done.token)],
      ['passed at a lower level than asked', await read(lower.token)],
      ['the customer left', await read(left.token)],
      ['the window closed on nobody', await read(alone.token)],
      ['a card alone, confirmed', await read(card.token)],
      ['a card stopped, more to come', await read(glare.token)],
      ['after three days', await read(old.token)],
      ['a token that nobody issued', await read('81EEF678-28EE-4759-A82E-6CBBBE6BC442')],
      ['no token', await call(get, {})],
    ]);
  });

  it('of a door that stays shut are what they were, in both languages', async (t) => {
    const body = JSON.stringify({ BizToken: 'x' });
    const wrongKey = { ...server.credentials, secretKey: 'wrong' };
    const nobody = { secretId: 'AKIDnobody', secretKey: 'wrong' };
    const answers: (readonly [string, Answer])[] = [];
    for (const language of ['en-US', 'zh-CN']) {
      const headers = { 'x-tc-language': language };
      const inTongue = { action: get, body, headers };
      const mine = (more: Partial<Tc3Call>) =>
        callTc3(server.port, server.credentials, { ...inTongue, ...more });
      answers.push(
        [`wrong secret, ${language}`, await callTc3(server.port, wrongKey, inTongue)],
        [`unknown key, ${language}`, await callTc3(server.port, nobody, inTongue)],
        [`old signature, ${language}`, await mine({ seconds: 1_700_000_000 })],
        [`unknown action, ${language}`, await mine({ action: 'Nothing' })],
        [`unknown version, ${language}`, await mine({ headers: { ...headers, 'x-tc-version': '2017' } })],
        [`no signature, ${language}`, await mine({ headers: { ...headers, authorization: 'SKIP' } })],
        [`no JSON, ${language}`, await mine({ body: '{' })],
        [`another method, ${language}`, await mine({ method: 'PUT' })],
      );
    }
    compare(t, 'door', answers);
  });
});
