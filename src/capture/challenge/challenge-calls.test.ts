import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { issue } from '../../../test/support/issued.ts';
import { PageCaller } from '../../../test/support/page-caller.ts';
import { buildPageDoor } from '../../../test/support/page-door.ts';
import { newKey } from '../../store/seal.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { Store } from '../../store/store.ts';
import type { Plan } from '../../token/plan.ts';
import { createChanges } from '../changes.ts';
import type { Prompts } from '../page-shapes.ts';

const recording = Buffer.from(Array.from({ length: 90_000 }, (_, index) => (index * 31) % 251));
const chunks = [
  recording.subarray(0, 20_000),
  recording.subarray(20_000, 70_000),
  recording.subarray(70_000),
];

describe('the calls of an attempt with a challenge', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'selfsame-challenge-'));
  let store: Store;
  let app: FastifyInstance;
  let nowMs = Date.now();
  const changes = createChanges();

  before(async () => {
    store = await openSqliteStore({ dataDir, masterKey: newKey() });
    app = buildPageDoor({ store, changes, now: () => nowMs, nudged: () => undefined });
    await app.ready();
  });
  const issued: string[] = [];
  beforeEach(async () => {
    nowMs = Date.now();
    for (const id of issued.splice(0)) await store.verifications.erase(id, 'expired', nowMs);
  });
  after(async () => {
    await app.close();
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  let addresses = 0;
  async function ready(plan: Partial<Plan>) {
    const { id, token } = await issue(store, { skipPrivacyPolicy: true, ...plan }, nowMs);
    issued.push(id);
    const phone = new PageCaller(app, token, `10.2.0.${++addresses % 250}`);
    await phone.open();
    return { id, phone };
  }
  async function begun(plan: Partial<Plan>) {
    const { id, phone } = await ready(plan);
    const seq = await phone.begin();
    const attempt = await store.attempts.bySeq(seq);
    assert.ok(attempt?.challenge);
    return { id, phone, seq, challenge: attempt.challenge };
  }
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  const announce = (phone: PageCaller, seq: string, index: number, bytes = chunks[index] as Buffer) =>
    phone.call('POST', `/attempts/${seq}/chunks`, { index, bytes: bytes.length, sha256: sha256(bytes) });
  const prompts = async (phone: PageCaller, seq: string) =>
    (await phone.call('GET', `/attempts/${seq}/prompts`)).body as unknown as Prompts;

  it('ask nothing at level 1, and want no pieces announced', async () => {
    const { phone } = await ready({ askedSecurityLevel: 1 });
    const seq = await phone.begin();
    const { attempt } = (await phone.view()).body;
    assert.deepEqual([attempt?.challenge, attempt?.asksForChunks, attempt?.recordMs], [null, false, 4000]);
    assert.equal((await announce(phone, seq, 0)).body.refusal, 'wrong-stage');
  });

  it('tell all of a challenge at levels 2 to 4 at once, and record a little longer than it takes', async () => {
    for (const askedSecurityLevel of [2, 3, 4] as const) {
      const { phone, seq, challenge } = await begun({ askedSecurityLevel, actions: ['nod', 'mouth'] });
      const { attempt } = (await phone.view()).body;
      const { shown: _, ...asked } = challenge;
      assert.deepEqual(attempt?.challenge, asked);
      assert.equal(asked.level, askedSecurityLevel);
      assert.equal(asked.actions.length, askedSecurityLevel === 3 ? 0 : 2);
      assert.deepEqual([attempt?.asksForChunks, attempt?.recordMs], [true, challenge.durationMs + 500]);
      const { actions, colors, markerMs } = asked;
      assert.deepEqual(await prompts(phone, seq), { actions, colors, markerMs });
    }
  });

  it('tell a challenge of level 5 prompt by prompt, none of it more than 400 ms before its time', async () => {
    const { phone, seq, challenge } = await begun({ askedSecurityLevel: 5, actions: ['shake', 'blink'] });
    const startMs = nowMs;
    for (let atMs = 0; atMs <= challenge.durationMs; atMs += 250) {
      nowMs = startMs + atMs;
      const expected = {
        actions: challenge.actions.filter(({ fromMs }) => fromMs - 400 <= atMs),
        colors: challenge.colors.filter(({ fromMs }) => fromMs - 400 <= atMs),
        markerMs: (challenge.markerMs ?? 0) - 400 <= atMs ? challenge.markerMs : null,
      };
      assert.deepEqual(await prompts(phone, seq), expected, `after ${atMs} ms`);
      if (atMs % 2000 !== 0) continue;
      const seen = (await phone.view()).body.attempt?.challenge;
      assert.deepEqual(
        seen,
        { level: 5, durationMs: challenge.durationMs, ...expected },
        `view at ${atMs} ms`,
      );
    }
    assert.equal((await announce(phone, seq, 0)).status, 200);
    assert.deepEqual(await prompts(phone, seq), {
      actions: challenge.actions,
      colors: challenge.colors,
      markerMs: challenge.markerMs,
    });
  });

  it('answer an announced piece with what is released, at level 5 nothing at first', async () => {
    const { phone, seq } = await begun({ askedSecurityLevel: 5 });
    assert.deepEqual((await announce(phone, seq, 0)).body, { actions: [], colors: [], markerMs: null });
  });

  it('let pages that follow hear of each release of level 5', async () => {
    const { id, phone, challenge } = await begun({ askedSecurityLevel: 5 });
    let heard = 0;
    const stop = changes.listen(id, () => void heard++);
    const firstMs = challenge.colors[0]?.fromMs ?? 0;
    await new Promise((resolve) => setTimeout(resolve, firstMs - 400 + 100));
    stop();
    assert.ok(heard >= 1);
    await phone.call('POST', '/exit');
  });

  it('give another challenge to each attempt, never one that was given before', async () => {
    const { id, phone } = await ready({ askedSecurityLevel: 3 });
    for (let count = 0; count < 4; count++) await phone.begin();
    const given = (await store.attempts.of(id)).map(({ challenge }) => JSON.stringify(challenge));
    assert.equal(new Set(given).size, 4);
  });

  it('stamp each piece by the clock of the server, once', async () => {
    const { phone, seq } = await begun({ askedSecurityLevel: 4 });
    const startMs = nowMs;
    for (const index of [0, 1]) {
      nowMs += 500;
      assert.equal((await announce(phone, seq, index)).status, 200);
    }
    nowMs += 700;
    assert.equal((await announce(phone, seq, 1)).status, 200, 'the answer was lost, the page says it again');
    assert.equal((await announce(phone, seq, 1, chunks[2])).body.refusal, 'wrong-content');
    const stamps = (await store.attempts.bySeq(seq))?.chunks.map(({ atMs }) => atMs - startMs);
    assert.deepEqual(stamps, [500, 1000]);
  });

  it('take a recording that is made of its pieces, in whatever order they were announced', async () => {
    const { phone, seq } = await begun({ askedSecurityLevel: 2 });
    for (const index of [1, 0, 2]) assert.equal((await announce(phone, seq, index)).status, 200);
    const shown = [{ what: 'blink', atMs: 1234.5, more: 'than asked' }];
    const notice = { bytes: recording.length, sha256: sha256(recording), shown };
    assert.equal((await phone.call('PUT', `/attempts/${seq}/recording`, notice)).status, 200);
    assert.equal((await phone.piece(seq, 0, recording)).body.complete, true);
    const attempt = await store.attempts.bySeq(seq);
    assert.deepEqual([attempt?.stage, attempt?.shown], ['submitted', [{ what: 'blink', atMs: 1234.5 }]]);
  });

  it('take no recording of which a piece is missing, or that is longer or shorter than its pieces', async () => {
    const { phone, seq } = await begun({ askedSecurityLevel: 3 });
    assert.equal((await phone.notice(seq, recording)).body.refusal, 'wrong-content', 'no piece at all');
    for (const index of [0, 2]) await announce(phone, seq, index);
    assert.equal((await phone.notice(seq, recording)).body.refusal, 'wrong-content', 'a gap');
    await announce(phone, seq, 1);
    assert.equal((await phone.notice(seq, recording.subarray(1))).body.refusal, 'wrong-content');
    assert.equal((await phone.notice(seq, recording)).status, 200);
  });

  it('throw away bytes whose whole fits the notice but whose pieces are others than were announced', async () => {
    const { phone, seq } = await begun({ askedSecurityLevel: 3 });
    const other = Buffer.from(recording).reverse();
    for (const index of [0, 1, 2]) await announce(phone, seq, index);
    assert.equal((await phone.notice(seq, other)).status, 200);
    const answer = await phone.piece(seq, 0, other);
    assert.deepEqual([answer.status, answer.body.refusal], [422, 'wrong-content']);
    assert.equal((await phone.view()).body.attempt?.receivedBytes, 0);
  });

  it('fix the pieces with the notice: nothing is announced or released afterwards', async () => {
    const { phone, seq } = await begun({ askedSecurityLevel: 3 });
    for (const index of [0, 1, 2]) await announce(phone, seq, index);
    await phone.notice(seq, recording);
    assert.equal((await announce(phone, seq, 3, chunks[0])).body.refusal, 'wrong-stage');
  });

  it('take pieces as long as the liveness clock runs, by the clock of the server', async () => {
    const { phone, seq } = await begun({ askedSecurityLevel: 3, livenessTimeoutSeconds: 20 });
    nowMs += 20_001;
    assert.equal((await announce(phone, seq, 0)).body.refusal, 'wrong-stage');
    assert.equal((await phone.view()).body.attempt?.code, 1409);
  });

  it('limit pieces in number and in size', async () => {
    const { phone, seq } = await begun({ askedSecurityLevel: 3 });
    const body = (index: number, bytes: number) => ({ index, bytes, sha256: 'a'.repeat(64) });
    const call = (index: number, bytes: number) =>
      phone.call('POST', `/attempts/${seq}/chunks`, body(index, bytes));
    assert.equal((await call(64, 1)).body.refusal, 'bad-request');
    assert.equal((await call(0, 0)).body.refusal, 'bad-request');
    assert.equal((await call(0, 1_000_001)).body.refusal, 'too-large');
    assert.equal((await call(0, 900_000)).status, 200);
    assert.equal((await call(1, 100_001)).body.refusal, 'too-large');
    const shown = Array.from({ length: 65 }, () => ({ what: 'blink', atMs: 1 }));
    const notice = { bytes: 900_000, sha256: 'a'.repeat(64), shown };
    assert.equal((await phone.call('PUT', `/attempts/${seq}/recording`, notice)).body.refusal, 'bad-request');
  });

  it('charge nothing when a face was lost or another came, and ask something else next', async () => {
    const { id, phone, seq, challenge } = await begun({ askedSecurityLevel: 4, livenessRetryLimit: 1 });
    const answer = await phone.call('DELETE', `/attempts/${seq}?why=second-face`);
    assert.deepEqual([answer.status, answer.body.attemptsLeft, answer.body.attempt], [200, 1, null]);
    await phone.begin();
    const [first, second] = await store.attempts.of(id);
    assert.deepEqual([first?.stage, first?.givenUpFor], ['void', 'second-face']);
    assert.notDeepEqual(second?.challenge, challenge);
    const odd = await phone.call('DELETE', `/attempts/${second?.seq}?why=boredom`);
    assert.equal(odd.body.refusal, 'bad-request');
  });

  it('let nobody look at one challenge after the other until an easy one comes, in whatever way', async () => {
    const { phone } = await ready({ askedSecurityLevel: 3 });
    for (let count = 0; count < 2; count++) {
      await phone.call('DELETE', `/attempts/${await phone.begin()}?why=face-lost`);
    }
    for (let count = 0; count < 2; count++) await phone.begin();
    phone.tabId = 'another-tab';
    await phone.open();
    await phone.begin();
    const refused = await phone.call('POST', '/attempts', phone.camera());
    assert.deepEqual([refused.status, refused.body.refusal], [409, 'given-up-too-often']);
  });

  it('judge a finished film silent where that is allowed, and refuse it where it is not', async () => {
    const file = { source: 'file' } as const;
    for (const askedSecurityLevel of [2, 3, 4] as const) {
      const { id, phone } = await ready({ askedSecurityLevel, mayBeLower: true });
      await phone.begin(file);
      const [attempt] = await store.attempts.of(id);
      assert.deepEqual([attempt?.appliedSecurityLevel, attempt?.challenge], [1, null]);
      assert.match(attempt?.downgradeReason ?? '', /film/);
    }
    for (const askedSecurityLevel of [2, 3, 4, 5] as const) {
      const { phone } = await ready({ askedSecurityLevel });
      const refused = await phone.call('POST', '/attempts', phone.camera(file));
      assert.deepEqual([refused.status, refused.body.refusal], [409, 'level-not-possible']);
    }
    const { id, phone } = await ready({ askedSecurityLevel: 1 });
    await phone.begin(file);
    assert.equal((await store.attempts.of(id))[0]?.downgradeReason, null, 'level 1 is what it asks for');
  });

  it('ask for actions alone of who wants no flashing, where a lower level is allowed', async () => {
    const wants = { wants: 'actions' } as const;
    for (const askedSecurityLevel of [3, 4] as const) {
      const { id, phone } = await ready({ askedSecurityLevel, mayBeLower: true, actions: ['mouth'] });
      await phone.begin(wants);
      const [attempt] = await store.attempts.of(id);
      const { level, actions, colors } = attempt?.challenge ?? {};
      assert.deepEqual([level, actions?.[0]?.action, colors], [2, 'mouth', []]);
      assert.match(attempt?.downgradeReason ?? '', /flashing/);
    }
    for (const askedSecurityLevel of [3, 4, 5] as const) {
      const { phone } = await ready({ askedSecurityLevel });
      const refused = await phone.call('POST', '/attempts', phone.camera(wants));
      assert.equal(refused.body.refusal, 'level-not-possible');
    }
    const { id, phone } = await ready({ askedSecurityLevel: 2 });
    await phone.begin(wants);
    assert.equal((await store.attempts.of(id))[0]?.downgradeReason, null, 'level 2 does not flash');
  });

  it('tell a challenge to nobody but the browser that holds it', async () => {
    const [mine, theirs] = [await begun({ askedSecurityLevel: 3 }), await begun({ askedSecurityLevel: 3 })];
    assert.equal((await announce(mine.phone, theirs.seq, 0)).body.refusal, 'wrong-stage');
    const peek = await mine.phone.call('GET', `/attempts/${theirs.seq}/prompts`);
    assert.equal(peek.body.refusal, 'wrong-stage');
    mine.phone.tabId = 'another-tab';
    assert.equal((await mine.phone.call('GET', `/attempts/${mine.seq}/prompts`)).body.refusal, 'other-tab');
    assert.equal((await mine.phone.view()).body.attempt?.challenge, null);
  });
});
