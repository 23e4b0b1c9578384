import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { issue } from '../../test/support/issued.ts';
import { PageCaller } from '../../test/support/page-caller.ts';
import { buildPageDoor } from '../../test/support/page-door.ts';
import { newKey } from '../store/seal.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import type { Plan } from '../token/plan.ts';
import { settleById } from '../token/settle.ts';
import { createChanges } from './changes.ts';
import { recordingName } from './upload.ts';

const recording = Buffer.alloc(300_000, 'a recording ');

describe("the page's API", () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'selfsame-page-'));
  let store: Store;
  let app: FastifyInstance;
  let nowMs: number;
  let nudges = 0;

  const build = () =>
    buildPageDoor({ store, changes: createChanges(), now: () => nowMs, nudged: () => void nudges++ });

  before(async () => {
    store = await openSqliteStore({ dataDir, masterKey: newKey() });
    app = build();
    await app.ready();
  });
  const issued: string[] = [];
  beforeEach(async () => {
    nowMs = Date.now();
    nudges = 0;
    for (const id of issued.splice(0)) await store.verifications.erase(id, 'expired', nowMs);
  });
  after(async () => {
    await app.close();
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  let addresses = 0;
  async function start(plan: Partial<Plan> = {}) {
    const { id, token } = await issue(store, plan, nowMs);
    issued.push(id);
    const browser = () =>
      new PageCaller(app, token, `10.1.${Math.floor(++addresses / 250)}.${addresses % 250}`);
    return { id, token, phone: browser(), browser };
  }
  async function ready(plan: Partial<Plan> = {}) {
    const started = await start({ skipPrivacyPolicy: true, ...plan });
    await started.phone.open();
    return started;
  }

  function filesOf(id: string): readonly string[] {
    const folder = join(dataDir, 'media', id);
    return existsSync(folder) ? readdirSync(folder) : [];
  }

  it('is bound by the first tap, not by a look: messengers pre-fetch links', async () => {
    const { id, phone, browser } = await start();
    assert.equal((await browser().view()).body.holder, 'nobody');
    assert.equal((await store.verifications.byId(id))?.stage, 'issued');
    const opened = await phone.open();
    assert.equal(opened.body.holder, 'this-tab');
    assert.match(String(opened.headers['set-cookie']), /HttpOnly; Secure; SameSite=Lax/);
    const stranger = browser();
    assert.equal((await stranger.view()).body.holder, 'other-browser');
    assert.equal((await stranger.view()).body.attempt, null);
    assert.deepEqual((await stranger.open()).body, { refusal: 'not-yours' });
  });

  it('tells a second tab, and lets it take over', async () => {
    const { phone } = await ready();
    const first = phone.tabId;
    phone.tabId = 'another-tab';
    assert.equal((await phone.view()).body.holder, 'other-tab');
    assert.equal((await phone.call('POST', '/exit')).body.refusal, 'other-tab');
    assert.equal((await phone.open()).body.holder, 'this-tab');
    phone.tabId = first;
    assert.equal((await phone.view()).body.holder, 'other-tab');
  });

  it('moves to the browser that brings a hand-over code, once', async () => {
    const { phone: desktop, browser } = await ready();
    const link = (await desktop.call('POST', '/handover')).body as unknown as { url: string };
    const code = new URL(link.url).searchParams.get('handover') as string;
    const [phone, thief] = [browser(), browser()];
    assert.equal((await phone.open(code)).body.holder, 'this-tab');
    assert.equal((await desktop.view()).body.holder, 'handed-over');
    assert.deepEqual((await thief.open(code)).body, { refusal: 'handover-spent' });
    assert.equal((await desktop.call('POST', '/exit')).body.refusal, 'not-yours');
  });

  it('does not take a hand-over code after five minutes', async () => {
    const { phone: desktop, browser } = await ready();
    const link = (await desktop.call('POST', '/handover')).body as unknown as { url: string };
    const code = new URL(link.url).searchParams.get('handover') as string;
    nowMs += 300_001;
    assert.deepEqual((await browser().open(code)).body, { refusal: 'handover-spent' });
  });

  it('records nobody who has not agreed, unless the merchant skips the agreement', async () => {
    const { phone } = await start();
    await phone.open();
    const refused = await phone.call('POST', '/attempts', phone.camera());
    assert.deepEqual([refused.status, refused.body.refusal], [409, 'no-consent']);
    assert.equal((await phone.consent()).body.consented, true);
    assert.ok(await phone.begin());
  });

  it('resumes an upload at the offset reached, and submits it with the last piece', async () => {
    const { id, phone } = await ready();
    const seq = await phone.begin();
    await phone.notice(seq, recording);
    assert.equal((await phone.piece(seq, 0, recording.subarray(0, 131_072))).status, 200);
    assert.equal((await phone.piece(seq, 0, recording.subarray(0, 131_072))).body.refusal, 'wrong-offset');
    const head = await phone.call('HEAD', `/attempts/${seq}/video`);
    assert.equal(head.headers['upload-offset'], '131072');
    assert.equal((await phone.view()).body.attempt?.receivedBytes, 131_072);
    const last = await phone.piece(seq, 131_072, recording.subarray(131_072));
    assert.deepEqual(last.body, { receivedBytes: 300_000, complete: true });
    assert.equal(nudges, 1);
    assert.equal((await phone.view()).body.attempt?.stage, 'judging');
    const kept: Uint8Array[] = [];
    for await (const chunk of store.media.read(id, recordingName(seq))) kept.push(chunk);
    assert.deepEqual(Buffer.concat(kept), recording);
    assert.deepEqual((await store.attempts.owedVerdict()).filter((attempt) => attempt.seq === seq).length, 1);
  });

  it('throws away bytes that are not those of the notice, and takes the right ones', async () => {
    const { phone } = await ready();
    const seq = await phone.begin();
    await phone.notice(seq, recording);
    const forged = await phone.piece(seq, 0, Buffer.alloc(300_000, 'x'));
    assert.deepEqual([forged.status, forged.body.refusal], [422, 'wrong-content']);
    assert.equal((await phone.view()).body.attempt?.receivedBytes, 0);
    assert.deepEqual((await phone.piece(seq, 0, recording)).body, { receivedBytes: 300_000, complete: true });
  });

  it('turns away what is too large, before and while it comes', async () => {
    const { phone } = await ready();
    const seq = await phone.begin();
    const notice = await phone.call('PUT', `/attempts/${seq}/recording`, {
      bytes: 1_000_001,
      sha256: 'a'.repeat(64),
    });
    assert.deepEqual([notice.status, notice.body.refusal], [413, 'too-large']);
    await phone.notice(seq, recording);
    assert.equal((await phone.piece(seq, 0, Buffer.alloc(300_001))).body.refusal, 'too-large');
    assert.equal((await phone.piece(seq, 0, Buffer.alloc(1_100_000))).status, 413);
  });

  it('ends an attempt that is not recorded in time, charged, with 1409', async () => {
    const { id, phone } = await ready({ livenessRetryLimit: 2 });
    const seq = await phone.begin();
    nowMs += 45_001;
    const view = (await phone.view()).body;
    assert.deepEqual([view.attempt?.seq, view.attempt?.code, view.attemptsLeft], [seq, 1409, 1]);
    await phone.begin();
    nowMs += 45_001;
    const end = (await phone.view()).body.end;
    assert.deepEqual([end?.how, end?.code], ['retries-used-up', 1409]);
    assert.equal((await store.verifications.byId(id))?.stage, 'finished');
  });

  it('ends with the window: 1409 when nothing was made', async () => {
    const { phone } = await ready();
    nowMs += 600_001;
    const { end } = (await phone.view()).body;
    assert.deepEqual([end?.how, end?.code], ['expired', 1409]);
    assert.match(end?.redirectUrl ?? '', /^https:\/\/shop\.example\/back\?order=7&token=[0-9A-F-]{36}#top$/);
    assert.equal((await phone.open()).body.refusal, 'ended');
  });

  it('leaves an upload that was acknowledged in the window to the judge', async () => {
    const { id, phone } = await ready();
    const seq = await phone.begin();
    await phone.notice(seq, recording);
    await phone.piece(seq, 0, recording);
    nowMs += 600_001;
    assert.equal((await settleById(store, id, nowMs))?.verification.stage, 'judging');
    assert.equal((await phone.view()).body.end, null);
  });

  it('ends with 1410 when the customer leaves, and stays ended', async () => {
    const { phone } = await ready();
    await phone.begin();
    const { end } = (await phone.call('POST', '/exit')).body;
    assert.deepEqual([end?.how, end?.code], ['abandoned', 1410]);
    assert.equal((await phone.call('POST', '/exit')).body.refusal, 'ended');
    assert.equal((await phone.call('POST', '/attempts', phone.camera())).body.refusal, 'ended');
  });

  it('charges nothing for a recording that was given up', async () => {
    const { phone } = await ready({ livenessRetryLimit: 1 });
    const first = await phone.begin();
    assert.equal((await phone.call('DELETE', `/attempts/${first}`)).body.attemptsLeft, 1);
    const second = await phone.begin();
    assert.notEqual(await phone.begin(), second);
  });

  it('keeps nothing of a recording that was given up, however it was', async () => {
    const piece = recording.subarray(0, 131_072);
    const { id, phone } = await ready();
    const upload = async () => {
      const seq = await phone.begin();
      await phone.notice(seq, recording);
      await phone.piece(seq, 0, piece);
      assert.equal(filesOf(id).length, 1);
      return seq;
    };
    await phone.call('DELETE', `/attempts/${await upload()}`);
    assert.deepEqual(filesOf(id), []);
    await upload();
    await phone.begin();
    assert.deepEqual(filesOf(id), [], 'by a new recording');
    await upload();
    phone.tabId = 'another-tab';
    await phone.open();
    assert.deepEqual(filesOf(id), [], 'by another tab');
    await upload();
    await phone.call('POST', '/exit');
    assert.deepEqual(filesOf(id), [], 'by leaving');
  });

  it('says that it is busy when too many recordings wait', async () => {
    const waiting = [await ready(), await ready(), await ready()];
    for (const { phone } of waiting) {
      const seq = await phone.begin();
      await phone.notice(seq, recording);
      await phone.piece(seq, 0, recording);
    }
    const { phone } = await ready();
    const busy = await phone.call('POST', '/attempts', phone.camera());
    assert.deepEqual([busy.status, busy.body], [503, { refusal: 'busy', retryAfterSeconds: 10 }]);
    assert.equal(busy.headers['retry-after'], '10');
    const { attemptsLeft, attempt } = (await phone.view()).body;
    assert.deepEqual([attemptsLeft, attempt], [99, null], 'being turned away charges nothing');
    await store.verifications.erase(waiting[0]?.id ?? '', 'expired', nowMs);
    assert.ok(await phone.begin());
  });

  it('knows unknown, malformed and erased tokens all the same', async () => {
    const { id, token } = await start();
    await store.verifications.erase(id, 'expired', nowMs + 1);
    for (const bad of [token, 'FFFFFFFF-0000-4000-8000-000000000000', 'x', '']) {
      const answer = await new PageCaller(app, bad, '10.9.9.9').view();
      assert.deepEqual([answer.status, answer.body], [404, { refusal: 'unknown-token' }]);
    }
  });

  it('counts calls by token and by address', async () => {
    const { phone } = await ready();
    let last = await phone.view();
    for (let call = 0; call < 60 && last.status === 200; call++) last = await phone.view();
    assert.deepEqual([last.status, last.body.refusal], [429, 'too-many-requests']);
    assert.ok(Number(last.headers['retry-after']) > 0);
    const scanner = new PageCaller(app, 'x', '10.8.8.8');
    for (let call = 0; call < 200; call++) await scanner.view();
    assert.equal((await scanner.view()).status, 429);
  });

  it('counts the pieces of an upload like other calls, and keeps those that it took', async () => {
    const { phone } = await ready();
    const seq = await phone.begin();
    await phone.notice(seq, recording);
    let offset = 0;
    let last = await phone.piece(seq, offset, recording.subarray(0, 1000));
    while (last.status === 200 && offset < 60_000) {
      offset += 1000;
      last = await phone.piece(seq, offset, recording.subarray(offset, offset + 1000));
    }
    assert.deepEqual([last.status, last.body.refusal], [429, 'too-many-requests']);
    const attempt = (await store.attempts.bySeq(seq)) as { receivedBytes: number };
    assert.equal(attempt.receivedBytes, offset);
  });

  it('counts an address before it reads what it sends', async () => {
    const { browser } = await ready();
    const flood = browser();
    let last = await flood.piece('x', 0, Buffer.alloc(1_100_000));
    assert.equal(last.status, 413);
    for (let call = 0; call < 200; call++) last = await flood.piece('x', 0, Buffer.alloc(1_100_000));
    assert.equal(last.status, 429);
  });

  it("does not open one verification by another's token, cookie or attempt", async () => {
    const [mine, theirs] = [await ready(), await ready()];
    const seq = await theirs.phone.begin();
    await theirs.phone.notice(seq, recording);
    assert.equal((await mine.phone.piece(seq, 0, recording)).body.refusal, 'wrong-stage');
    const stolen = { 'x-biz-token': theirs.token, 'x-tab-id': theirs.phone.tabId };
    for (const [method, path] of [
      ['POST', '/exit'],
      ['DELETE', `/attempts/${seq}`],
      ['POST', '/handover'],
    ] as const) {
      const answer = await mine.phone.call(method, path, undefined, stolen);
      assert.deepEqual([answer.status, answer.body.refusal], [403, 'not-yours'], path);
    }
    assert.equal((await theirs.phone.piece(seq, 0, recording)).body.complete, true);
  });

  it('answers bodies of the wrong shape with bad-request', async () => {
    const { phone } = await ready();
    const seq = await phone.begin();
    const wrong: [string, 'POST' | 'PUT' | 'PATCH', unknown][] = [
      ['/open', 'POST', { handover: {} }],
      ['/consent', 'POST', { agreementVersion: '1', language: 'tlh' }],
      ['/attempts', 'POST', []],
      [`/attempts/${seq}/recording`, 'PUT', { bytes: -1, sha256: 'a'.repeat(64) }],
      [`/attempts/${seq}/recording`, 'PUT', { bytes: 5, sha256: 'zz' }],
      [`/attempts/${seq}/video`, 'PATCH', Buffer.from('no offset')],
    ];
    for (const [path, method, body] of wrong) {
      const { status, body: answer } = await phone.call(method, path, body);
      assert.deepEqual([status, answer.refusal], [400, 'bad-request'], path);
    }
  });

  it('lets the server stop while pages follow along', { timeout: 20_000 }, async () => {
    const listening = build();
    await listening.listen({ port: 0, host: '127.0.0.1' });
    const { port } = listening.server.address() as AddressInfo;
    const { token } = await issue(store, {}, nowMs);
    const stream = await fetch(`http://127.0.0.1:${port}/verify/api/events?token=${token}`);
    const reader = stream.body?.getReader();
    assert.match(new TextDecoder().decode((await reader?.read())?.value), /^event: view/);
    await listening.close();
    assert.equal((await reader?.read())?.done, true);
  });
});
