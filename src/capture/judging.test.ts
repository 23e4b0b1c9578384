import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { beginOn, standingOf } from '../../test/support/attempted.ts';
import { issue } from '../../test/support/issued.ts';
import type { Attempt } from '../store/records.ts';
import { newKey } from '../store/seal.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { attemptsLeft } from '../token/attempts-made.ts';
import type { SecurityLevel } from '../token/plan.ts';
import { type Judge, JudgeBusy, type Judgement, type JudgeRequest } from '../verify/judgement.ts';
import { createChanges } from './changes.ts';
import { createEarlierRecordings } from './earlier-recordings.ts';
import { createJudging } from './judging.ts';
import { recordingName } from './upload.ts';

const levels: readonly SecurityLevel[] = [1, 2, 3, 4, 5];

function verdict(livenessCode: number): Judgement {
  const nothing = {
    compareCode: null,
    similarity: null,
    cosine: null,
    bestFrameJpeg: null,
    motionTrace: null,
  };
  return { livenessCode, ...nothing, reasons: [], signals: {}, stages: {}, scale: 'test' };
}

describe('recordings on their way to the judge', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'selfsame-judging-'));
  const scratchDir = mkdtempSync(join(tmpdir(), 'selfsame-scratch-'));
  let store: Store;
  before(async () => {
    store = await openSqliteStore({ dataDir, masterKey: newKey() });
  });
  after(async () => {
    await store.close();
    for (const folder of [dataDir, scratchDir]) rmSync(folder, { recursive: true });
  });

  async function submitted(askedSecurityLevel: SecurityLevel) {
    const { id } = await issue(store, { skipPrivacyPolicy: true, askedSecurityLevel, livenessRetryLimit: 2 });
    await store.verifications.move(id, 'issued', 'opened');
    return { id, attempt: await record(id) };
  }
  async function record(id: string): Promise<Attempt> {
    const { seq, startedAtMs } = await beginOn(store, id, Date.now());
    await store.media.put(id, recordingName(seq), [Buffer.from('a recording')]);
    const chunks = [{ index: 0, bytes: 11, sha256: 'a'.repeat(64), atMs: startedAtMs + 640 }];
    const changes = { stage: 'submitted', submittedAtMs: Date.now(), chunks } as const;
    const shown = [{ what: 'blink', atMs: 1200 }];
    await store.verifications.move(id, 'liveness', 'judging', {}, { seq, changes: { ...changes, shown } });
    const attempt = await store.attempts.bySeq(seq);
    assert.ok(attempt);
    return attempt;
  }

  /** Lets a judge that answers as told work off what is owed. */
  async function judgedBy(answer: (request: JudgeRequest) => Promise<Judgement>): Promise<void> {
    const judge: Judge = {
      judge: answer,
      inspectPortrait: () => Promise.reject(new Error('nobody asks')),
      toMp4: () => Promise.reject(new Error('no video')),
      close: async () => undefined,
    };
    const log = pino({ level: 'silent' });
    const work = createJudging({
      ...{ store, judge, scratchDir, atOnce: 1, spoofLimit: 5, now: Date.now },
      ...{ earlier: createEarlierRecordings({ store, log }), refuseReplays: true, log },
      changes: createChanges(),
    });
    work.nudge();
    for (let tries = 0; (await store.attempts.owedVerdict()).length > 0 && tries < 500; tries++)
      await sleep(20);
    await work.stop();
  }

  it('hand over how the face moved in earlier ones of the same merchant, whatever came of them, and never in itself', async () => {
    const shop = randomUUID();
    const begun = async (accountId: string) => {
      const { id } = await issue(
        store,
        { skipPrivacyPolicy: true, livenessRetryLimit: 9 },
        Date.now(),
        accountId,
      );
      await store.verifications.move(id, 'issued', 'opened');
      return { id, attempt: await record(id) };
    };
    const told: (readonly string[] | null)[] = [];
    const judgedWith = async (trace: readonly number[]) => {
      await judgedBy(async ({ earlier }) => {
        assert.equal(earlier?.refuses ?? true, true);
        told.push(earlier?.recordings.map(({ seq, trace }) => `${seq}: ${[...trace]}`) ?? null);
        return { ...verdict(1002), motionTrace: Int16Array.from(trace) };
      });
    };
    const first = await begun(shop);
    await judgedWith([1, -2, 30_000]);
    const second = await record(first.id);
    await judgedWith([4]);
    const elsewhere = await begun(randomUUID());
    await judgedWith([5]);
    await begun(shop);
    await judgedWith([6]);
    await store.verifications.erase(first.id, 'operator', Date.now() + 1000);
    await begun(shop);
    await judgedWith([7]);
    const [one, two] = [`${first.attempt.seq}: 1,-2,30000`, `${second.seq}: 4`];
    assert.deepEqual(told.slice(0, 4), [null, [one], null, [two, one]]);
    assert.match(String(told[4]), /^[^,]+: 6$/);
    assert.notEqual(elsewhere.attempt.seq, second.seq);
  });

  it('are judged although what is kept of an earlier one is broken', async () => {
    const { id } = await submitted(1);
    await judgedBy(async () => ({ ...verdict(1002), motionTrace: Int16Array.of(1) }));
    const [first] = await store.attempts.of(id);
    await store.media.delete(id, String(first?.motionTraceId));
    await record(id);
    await judgedBy(async ({ earlier }) => {
      assert.equal(earlier?.recordings.some(({ seq }) => seq === first?.seq) ?? false, false);
      return verdict(0);
    });
    assert.equal((await store.verifications.byId(id))?.finalCode, 0);
  });

  for (const level of levels) {
    it(`hand over what was asked and how it came about, at level ${level}`, async () => {
      const { attempt } = await submitted(level);
      const requests: JudgeRequest[] = [];
      await judgedBy(async (request) => {
        requests.push(request);
        return verdict(1002);
      });
      const { challenge, capture } = requests[0] as JudgeRequest;
      const shown = [{ what: 'blink', atMs: 1200 }];
      assert.deepEqual(challenge, attempt.challenge && { ...attempt.challenge, shown });
      assert.equal(challenge?.level ?? 1, level);
      assert.deepEqual(capture?.chunks, [{ bytes: 11, atMs: 640 }]);
    });

    it(`charge nobody when the judge fails, with 1001, and ask something else next, at level ${level}`, async () => {
      const { id, attempt } = await submitted(level);
      await judgedBy(() => Promise.reject(new Error('the worker ended while it judged')));
      const standing = await standingOf(store, id, Date.now());
      assert.deepEqual([standing.attempts[0]?.errorCode, standing.verification.stage], [1001, 'opened']);
      assert.equal(attemptsLeft(standing.verification, standing.attempts), 2);
      const next = await record(id);
      if (level > 1) assert.notDeepEqual(next.challenge, attempt.challenge);
      await judgedBy(async () => verdict(0));
      assert.equal((await standingOf(store, id, Date.now())).verification.finalCode, 0);
    });

    it(`are judged later when the judge is busy, by the same challenge, at level ${level}`, async () => {
      const { id, attempt } = await submitted(level);
      const asked: unknown[] = [];
      await judgedBy(async ({ challenge }) => {
        asked.push(challenge?.actions, challenge?.colors);
        if (asked.length === 2) throw new JudgeBusy();
        return verdict(0);
      });
      assert.equal((await store.verifications.byId(id))?.finalCode, 0);
      const once = [attempt.challenge?.actions, attempt.challenge?.colors];
      assert.deepEqual(asked, [...once, ...once]);
    });

    it(`end the verification at the fifth that is spoofed, at level ${level}`, async () => {
      const { id } = await issue(store, { skipPrivacyPolicy: true, askedSecurityLevel: level });
      await store.verifications.move(id, 'issued', 'opened');
      for (let count = 1; count <= 5; count++) {
        assert.equal((await store.verifications.byId(id))?.stage, 'opened');
        await record(id);
        await judgedBy(async () => verdict(count === 3 ? 1003 : 1002));
      }
      const verification = await store.verifications.byId(id);
      assert.deepEqual([verification?.stage, verification?.finalCode], ['finished', 1002]);
    });
  }
});
