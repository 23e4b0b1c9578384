import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { agreementVersion } from '../../page/verify/agreement-version.ts';
import { issue } from '../../test/support/issued.ts';
import { PageCaller } from '../../test/support/page-caller.ts';
import { buildPageDoor } from '../../test/support/page-door.ts';
import { newRule } from '../../test/support/ruled.ts';
import type { Rule } from '../store/records.ts';
import { newKey } from '../store/seal.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import type { Plan } from '../token/plan.ts';
import { createChanges } from './changes.ts';
import { registerPageAssets } from './page-assets.ts';
import { openingOf } from './page-opening.ts';
import type { Agreement, OpenAnswer } from './page-shapes.ts';
import { registerLogos } from './rule-logo.ts';

describe('a verification that was issued with a rule', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'selfsame-ruled-'));
  const rule = newRule();
  const plain = newRule({ id: '100000000001', agreement: null, frame: null, logo: null });
  let store: Store;
  let app: FastifyInstance;

  before(async () => {
    store = await openSqliteStore({ dataDir, masterKey: newKey() });
    await store.accounts.create({ id: 'account', name: 'shop', kind: 'merchant', ratePerSecond: 20 });
    await store.rules.add(rule, Buffer.from('a picture'));
    await store.rules.add(plain, null);
    app = buildPageDoor({ store, changes: createChanges(), now: Date.now, nudged: () => undefined });
    app.register(async (door) => {
      registerPageAssets(door, 'verify', (token) => openingOf(store, token));
      registerLogos(door, store);
    });
    await app.ready();
  });
  after(async () => {
    await app.close();
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  let addresses = 0;
  async function start(ruled: Rule | null, plan: Partial<Plan> = {}) {
    const issued = await issue(store, plan, Date.now(), 'account', ruled?.revision ?? null);
    const browser = () => new PageCaller(app, issued.token, `10.2.0.${++addresses}`);
    return { ...issued, phone: browser(), browser };
  }
  const consentOf = async (id: string) => (await store.verifications.byId(id))?.consent;
  const policyOf = async (path: string) =>
    String((await app.inject(path)).headers['content-security-policy']);

  it('shows the rule’s picture and may be framed by whom it allows; without a rule neither', async () => {
    const { body } = await (await start(rule)).phone.view();
    const logo = { url: `/verify/logo/${'a'.repeat(64)}`, alt: 'Shop sign-up', width: 120, height: 40 };
    assert.deepEqual([body.logo, body.hasRuleAgreement], [logo, true]);
    assert.deepEqual(body.frame, { origins: ['https://shop.example'], redirects: false });
    for (const ruled of [plain, null]) {
      const bare = (await (await start(ruled)).phone.view()).body;
      assert.deepEqual([bare.logo, bare.hasRuleAgreement, bare.frame], [null, false, null]);
    }
  });

  it('has the text in the language asked for, and in English where there is none in that', async () => {
    const { phone } = await start(rule);
    const text = async (language: string) =>
      (await phone.call('GET', `/agreement?language=${language}`)).body as unknown as Agreement;
    assert.deepEqual(await text('th'), { language: 'th', version: '3-th', text: 'เราถ่ายวิดีโอคุณ' });
    const english = { language: 'en', version: '3', text: 'We film you.\n\nThe shop gets the video.' };
    assert.deepEqual(await text('id'), english);
    assert.equal((await phone.call('GET', '/agreement?language=tlh')).body.refusal, 'bad-request');
    const none = await (await start(plain)).phone.call('GET', '/agreement?language=en');
    assert.deepEqual([none.status, none.body.refusal], [409, 'wrong-stage']);
  });

  it('keeps with the consent the very text that was shown, and takes none to another', async () => {
    const { id, phone } = await start(rule);
    await phone.open();
    for (const said of [
      { agreementVersion, language: 'en' },
      { agreementVersion: '3', language: 'th' },
      // English stands in for what has no text: the consent names what was read.
      { agreementVersion: '3', language: 'id' },
    ]) {
      assert.equal((await phone.consent(said)).body.refusal, 'wrong-content', JSON.stringify(said));
    }
    assert.equal(await consentOf(id), null);
    assert.equal((await phone.consent({ agreementVersion: '3-th', language: 'th' })).status, 200);
    const { atMs, ...kept } = (await consentOf(id)) ?? { atMs: 0 };
    assert.deepEqual(kept, { version: '3-th', language: 'th', of: 'rule', text: 'เราถ่ายวิดีโอคุณ' });
    assert.ok(Date.now() - atMs < 60_000);
  });

  it('without a text of the rule keeps ours, as the page said it for this mode and time', async () => {
    const { id, phone } = await start(null, { checkMode: 3 });
    await phone.open();
    assert.equal((await phone.consent({ agreementVersion: '1' })).body.refusal, 'wrong-content');
    assert.equal((await phone.consent()).status, 200);
    const kept = await consentOf(id);
    assert.deepEqual([kept?.version, kept?.language, kept?.of], [agreementVersion, 'en', 'service']);
    assert.match(kept?.text ?? '', /video of your face[\s\S]*3 days[\s\S]*I agree/);
    const card = await start(null, { checkMode: 4 });
    await card.phone.open();
    await card.phone.consent({ language: 'th' });
    assert.match((await consentOf(card.id))?.text ?? '', /เอกสารประจำตัว/);
  });

  it('is framed by none but the rule’s origins, said by its token alone, which nothing else changes', async () => {
    const { id, token } = await start(rule);
    const before = await store.verifications.byId(id);
    assert.match(await policyOf(`/verify?token=${token}`), /frame-ancestors https:\/\/shop\.example;/);
    assert.deepEqual(await store.verifications.byId(id), before);
    const bare = await start(plain);
    for (const path of [
      `/verify?token=${bare.token}`,
      '/verify?token=unknown',
      '/verify',
      `/verify?token=${token}&token=${token}`,
    ]) {
      assert.match(await policyOf(path), /frame-ancestors 'none';/, path);
    }
    await store.verifications.amend(id, { onHold: true });
    assert.match(await policyOf(`/verify?token=${token}`), /frame-ancestors 'none';/);
  });

  it('in a frame is held by a cookie of its own kind and by a bearer, where the rule allows frames', async () => {
    const { phone, browser } = await start(rule);
    const opened = await phone.call('POST', '/open', { framed: true });
    assert.match(String(opened.headers['set-cookie']), /HttpOnly; Secure; Partitioned; SameSite=None/);
    const { bearer } = opened.body as unknown as OpenAnswer;
    const cookieless = browser();
    cookieless.tabId = phone.tabId;
    assert.equal((await cookieless.view()).body.holder, 'other-browser');
    const known = await cookieless.call('GET', '/view', undefined, { 'x-binding': String(bearer) });
    assert.equal(known.body.holder, 'this-tab');
    const wrong = await cookieless.call('GET', '/view', undefined, { 'x-binding': 'made up' });
    assert.equal(wrong.body.holder, 'other-browser');
    const bare = await (await start(plain)).phone.call('POST', '/open', { framed: true });
    assert.match(String(bare.headers['set-cookie']), /SameSite=Lax/);
    assert.equal('bearer' in bare.body, false);
  });

  it('serves the picture by its hash for ever, and nothing by another name', async () => {
    const { statusCode, headers, rawPayload } = await app.inject(`/verify/logo/${'a'.repeat(64)}`);
    assert.deepEqual([statusCode, headers['content-type']], [200, 'image/png']);
    assert.equal(rawPayload.toString(), 'a picture');
    assert.match(String(headers['cache-control']), /immutable/);
    for (const name of ['b'.repeat(64), '..%2f..%2fmaster.key', 'A']) {
      assert.equal((await app.inject(`/verify/logo/${name}`)).statusCode, 404, name);
    }
  });
});
