import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Attempt } from './records.ts';
import { newKey } from './seal.ts';
import { openSqliteStore } from './sqlite/sqlite-store.ts';
import type { NewVerification, Store } from './store.ts';

const implementations = [{ name: 'sqlite', open: openSqliteStore }];

function newVerification(over: Partial<NewVerification> = {}): NewVerification {
  const plan = {
    checkMode: 2,
    card: null,
    askedSecurityLevel: 3,
    mayBeLower: true,
    actions: ['blink'],
    autoSkipStartPage: false,
    autoSkip: false,
    skipPrivacyPolicy: false,
    themeColor: '#2d72f1',
    language: 'en',
    livenessRetryLimit: 99,
    livenessTimeoutSeconds: 45,
    withInfoTags: false,
  } as const;
  return {
    id: randomUUID(),
    accountId: 'account',
    tokenHash: randomUUID(),
    plan,
    personal: { redirectUrl: 'https://shop.example/back?user=Aurelia-Quartermain', extra: 'order 4711' },
    warnings: [],
    issuedAtMs: 1000,
    deadlineMs: 601_000,
    readableUntilMs: 259_201_000,
    ruleRevision: null,
    referencePhoto: null,
    ...over,
  };
}

function newAttempt(verificationId: string, over: Partial<Attempt> = {}): Attempt {
  return {
    seq: randomUUID(),
    verificationId,
    ordinal: 1,
    stage: 'recording',
    startedAtMs: 2000,
    timeoutAtMs: 47_000,
    recordMs: 4000,
    claims: { mimeType: 'video/mp4' },
    totalBytes: null,
    sha256: null,
    receivedBytes: 0,
    submittedAtMs: null,
    judgedAtMs: null,
    errorCode: null,
    livenessCode: null,
    compareCode: null,
    similarity: null,
    judgement: null,
    videoId: null,
    bestFrameId: null,
    motionTraceId: null,
    appliedSecurityLevel: 1,
    downgradeReason: null,
    challenge: null,
    chunks: [],
    shown: [],
    givenUpFor: null,
    ...over,
  };
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function bytesOf(folder: string): Buffer {
  const parts = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? bytesOf(path) : readFileSync(path);
  });
  return Buffer.concat(parts);
}

for (const { name, open } of implementations) {
  describe(`a store (${name})`, () => {
    const folders: string[] = [];
    const stores: Store[] = [];
    async function openNew(dataDir = mkdtempSync(join(tmpdir(), 'selfsame-store-')), masterKey = newKey()) {
      folders.push(dataDir);
      const store = await open({ dataDir, masterKey, removeOrphans: true });
      stores.push(store);
      return { store, dataDir, masterKey };
    }
    after(async () => {
      for (const store of stores) await store.close().catch(() => undefined);
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });

    it('gives back what was stored, after it was closed and opened again', async () => {
      const { store, dataDir, masterKey } = await openNew();
      const issued = newVerification({ referencePhoto: Buffer.from('a photo') });
      await store.verifications.create(issued);
      await store.attempts.add(newAttempt(issued.id));
      await store.close();
      const again = (await openNew(dataDir, masterKey)).store;
      const found = await again.verifications.byTokenHash(issued.tokenHash);
      assert.ok(found && !('erased' in found));
      assert.deepEqual(found.personal, issued.personal);
      assert.deepEqual(found.plan, issued.plan);
      assert.equal(found.stage, 'issued');
      assert.equal(await whole(again.media.read(found.id, found.referencePhotoId ?? '')), 'a photo');
      const [attempt] = await again.attempts.of(issued.id);
      assert.deepEqual(attempt?.claims, { mimeType: 'video/mp4' });
    });

    it('finds the latest attempts of a merchant whose movements are kept, and none of another or an erased one', async () => {
      const { store } = await openNew();
      const [mine, mineToo, another] = [
        newVerification({ accountId: 'shop' }),
        newVerification({ accountId: 'shop' }),
        newVerification({ accountId: 'bank' }),
      ];
      const traced = async (verificationId: string, ordinal: number, submittedAtMs: number) => {
        const attempt = newAttempt(verificationId, { ordinal, submittedAtMs });
        await store.attempts.add({ ...attempt, motionTraceId: `${attempt.seq}.motion` });
        return attempt.seq;
      };
      for (const verification of [mine, mineToo, another]) await store.verifications.create(verification);
      const early = await traced(mine.id, 1, 1000);
      const late = await traced(mineToo.id, 1, 3000);
      const between = await traced(mine.id, 2, 2000);
      await traced(another.id, 1, 2500);
      await store.attempts.add(newAttempt(mine.id, { ordinal: 3, submittedAtMs: 4000 }));
      const seqs = async (limit: number) =>
        (await store.attempts.traced('shop', limit)).map(({ seq }) => seq);
      assert.deepEqual(await seqs(9), [late, between, early]);
      assert.deepEqual(await seqs(2), [late, between]);
      await store.verifications.erase(mineToo.id, 'operator', 9000);
      assert.deepEqual(await seqs(9), [between, early]);
      assert.equal((await store.attempts.traced('bank', 9))[0]?.verificationId, another.id);
    });

    it('writes neither names nor pictures nor keys in the clear', async () => {
      const { store, dataDir } = await openNew();
      await store.accounts.create({ id: 'a', name: 'shop', kind: 'merchant', ratePerSecond: 20 });
      await store.accounts.addKey('a', 'AKIDx', 'the-secret-half', 1);
      await store.verifications.create(newVerification({ referencePhoto: Buffer.from('a plain picture') }));
      const bytes = bytesOf(dataDir);
      for (const secret of ['Aurelia', 'order 4711', 'a plain picture', 'the-secret-half']) {
        assert.equal(bytes.includes(secret), false, `${secret} lies in the clear`);
      }
    });

    it('leaves no key, name or frame of an erased verification anywhere in the data folder', async () => {
      const { store, dataDir } = await openNew();
      const issued = newVerification({ referencePhoto: Buffer.from('a photo') });
      await store.verifications.create(issued);
      await store.attempts.add(newAttempt(issued.id, { judgement: '{"reasons":["a tell-tale reason"]}' }));
      await store.media.put(issued.id, 'frame', [Buffer.from('a frame')]);
      const sealedFrame = readFileSync(join(dataDir, 'media', issued.id, 'frame'));
      const database = () => bytesOf(dataDir);
      const { DatabaseSync } = await import('node:sqlite');
      const file = new DatabaseSync(join(dataDir, 'selfsame.db'), { readOnly: true });
      const wrappedKey = file.prepare('SELECT wrappedKey FROM verifications').get()?.wrappedKey as Buffer;
      file.close();
      assert.ok(database().includes(wrappedKey), 'the wrapped key is there before');
      assert.ok(database().includes('a tell-tale reason'), 'the test looks where things are stored');
      assert.equal(await store.verifications.erase(issued.id, 'expired', 9_999), true);
      const left = database();
      assert.equal(left.includes(wrappedKey), false);
      assert.equal(left.includes(sealedFrame), false);
      assert.equal(left.includes('a tell-tale reason'), false);
      assert.equal(left.includes(issued.id), false);
      assert.deepEqual(await store.verifications.byTokenHash(issued.tokenHash), {
        erased: true,
        accountId: 'account',
        how: 'expired',
      });
      await store.verifications.forgetErased(10_000);
      assert.equal(await store.verifications.byTokenHash(issued.tokenHash), null);
    });

    it('keeps nothing of a picture that was being written when its verification was erased', async () => {
      const { store, dataDir } = await openNew();
      const issued = newVerification();
      await store.verifications.create(issued);
      async function* erasing() {
        yield Buffer.from('half a face, ');
        await store.verifications.erase(issued.id, 'operator', 5000);
        yield Buffer.from('and the other half');
      }
      await assert.rejects(store.media.put(issued.id, 'face', erasing()));
      const early = newVerification();
      await store.verifications.create(early);
      const putting = store.media.put(early.id, 'face', [Buffer.from('a whole face')]);
      await Promise.all([assert.rejects(putting), store.verifications.erase(early.id, 'operator', 5000)]);
      assert.deepEqual(readdirSync(join(dataDir, 'media')), []);
    });

    it('moves on only from the stage that the caller saw, so that two judges cannot both finish', async () => {
      const { store } = await openNew();
      const issued = newVerification();
      await store.verifications.create(issued);
      assert.equal(await store.verifications.move(issued.id, 'issued', 'opened', { openedAtMs: 5 }), true);
      assert.equal(await store.verifications.move(issued.id, 'issued', 'opened', { openedAtMs: 6 }), false);
      assert.equal((await store.verifications.byId(issued.id))?.openedAtMs, 5);
      await assert.rejects(store.verifications.move(issued.id, 'opened', 'finished'), /cannot move/);
    });

    it('changes an attempt together with its verification or not at all', async () => {
      const { store } = await openNew();
      const issued = newVerification();
      await store.verifications.create(issued);
      const attempt = newAttempt(issued.id);
      await store.attempts.add(attempt);
      const judged = { seq: attempt.seq, changes: { stage: 'judged', errorCode: 0 } } as const;
      assert.equal(await store.verifications.move(issued.id, 'judging', 'finished', {}, judged), false);
      assert.equal((await store.attempts.bySeq(attempt.seq))?.stage, 'recording');
    });

    it('lets an account have two active keys, and a third once one is disabled', async () => {
      const { store } = await openNew();
      await store.accounts.create({ id: 'a', name: 'shop', kind: 'merchant', ratePerSecond: 20 });
      assert.equal(await store.accounts.addKey('a', 'AKID1', 's1', 1), 'added');
      assert.equal(await store.accounts.addKey('a', 'AKID2', 's2', 2), 'added');
      assert.equal(await store.accounts.addKey('a', 'AKID3', 's3', 3), 'two-already');
      assert.equal(await store.accounts.disableKey('AKID1', 4), true);
      assert.equal(await store.accounts.addKey('a', 'AKID3', 's3', 5), 'added');
      assert.equal((await store.accounts.findKey('AKID2'))?.secretKey, 's2');
      assert.equal((await store.accounts.findKey('AKID1'))?.disabledAtMs, 4);
    });

    it('notices a changed line of the audit log', async () => {
      const { store, dataDir } = await openNew();
      await Promise.all([1, 2, 3].map((number) => store.audit.append('test', { number })));
      assert.equal(await store.audit.firstBroken(), null);
      const { DatabaseSync } = await import('node:sqlite');
      const file = new DatabaseSync(join(dataDir, 'selfsame.db'));
      file.exec(`UPDATE audit SET body = '{"number":9}' WHERE id = 2`);
      file.close();
      assert.equal((await store.audit.firstBroken())?.id, 2);
    });

    it('keeps one chain of audit lines when two programs write to it', async () => {
      const { store, dataDir, masterKey } = await openNew();
      const beside = (await openNew(dataDir, masterKey)).store;
      const writers = [store, beside, store, beside, beside, store];
      await Promise.all(writers.map((writer, number) => writer.audit.append('test', { number })));
      assert.equal((await store.audit.lines(0, 10)).length, 6);
      assert.equal(await store.audit.firstBroken(), null);
    });

    it('says when media cannot be written', async () => {
      const { store, dataDir } = await openNew();
      await store.probe();
      renameSync(join(dataDir, 'media'), join(dataDir, 'away'));
      writeFileSync(join(dataDir, 'media'), '');
      await assert.rejects(store.probe(), /ENOTDIR/);
      rmSync(join(dataDir, 'media'));
      renameSync(join(dataDir, 'away'), join(dataDir, 'media'));
      await store.probe();
    });

    it('does not open with another master key', async () => {
      const { store, dataDir } = await openNew();
      const issued = newVerification();
      await store.verifications.create(issued);
      await store.close();
      const other = (await openNew(dataDir, newKey())).store;
      await assert.rejects(other.verifications.byTokenHash(issued.tokenHash));
    });
  });
}
