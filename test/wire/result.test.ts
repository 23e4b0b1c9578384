import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { leave } from '../../src/capture/leave.ts';
import type { Plan } from '../../src/token/plan.ts';
import { attemptOn, beginOn, fromFile, standingOf, streamed, submittedAtMs } from '../support/attempted.ts';
import { issue } from '../support/issued.ts';
import { callJson } from '../support/signed-call.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';

type Detail = Readonly<Record<string, unknown>>;

const passed = { errorCode: 0, livenessCode: 0, compareCode: 0, similarity: 91.239 };
const spoofed = { errorCode: 1002, livenessCode: 1002, compareCode: null, similarity: null };
const another = { errorCode: 2016, livenessCode: 0, compareCode: 2016, similarity: 12.3 };

describe('Get', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.stop());

  async function read(BizToken: unknown) {
    const seconds = Math.floor(server.clock.nowMs() / 1000);
    const action = 'GetWebVerificationResultIntl';
    return (await callJson(server.port, server.credentials, action, { BizToken }, { seconds })).Response;
  }
  const codeOf = async (BizToken: unknown) => (await read(BizToken)).Error?.Code;

  async function opened(plan: Partial<Plan> = {}) {
    const issued = await issue(server.store, { skipPrivacyPolicy: true, ...plan }, server.clock.nowMs());
    await server.store.verifications.move(issued.id, 'issued', 'opened');
    return issued;
  }
  const standing = (id: string) => standingOf(server.store, id, server.clock.nowMs());
  const begin = (id: string) => beginOn(server.store, id, server.clock.nowMs());
  const attempt = (id: string, codes: Parameters<typeof attemptOn>[2]) =>
    attemptOn(server.store, id, codes, server.clock.nowMs());
  const text = (base64: unknown) => Buffer.from(String(base64), 'base64').toString();
  async function later<Result>(ms: number, work: () => Promise<Result>): Promise<Result> {
    server.clock.nowMs = () => Date.now() + ms;
    try {
      return await work();
    } finally {
      server.clock.nowMs = () => Date.now();
    }
  }

  it('answers nulls and what there is while it runs', async () => {
    const { id, token } = await opened();
    const empty = await read(token);
    assert.deepEqual([empty.ErrorCode, empty.ErrorMsg, empty.VerificationDetailList], [null, null, []]);
    assert.deepEqual(
      [empty.VideoBase64, empty.BestFrameBase64, empty.OCRResult, empty.Extra],
      [null, null, null, null],
    );
    await attempt(id, spoofed);
    const running = await read(token);
    assert.equal(running.ErrorCode, null);
    assert.equal((running.VerificationDetailList as Detail[]).length, 1);
    assert.equal(text(running.VideoBase64), 'video of attempt 1');
  });

  it('answers every attempt, oldest first, and the media of the last', async () => {
    const { id, token } = await opened();
    const seqs = [await attempt(id, spoofed), await attempt(id, another), await attempt(id, passed)];
    const answer = await read(token);
    assert.deepEqual([answer.ErrorCode, answer.ErrorMsg], [0, 'Success']);
    const details = answer.VerificationDetailList as Detail[];
    assert.deepEqual(
      details.map(({ Seq }) => Seq),
      seqs,
    );
    assert.deepEqual(
      details.map(({ ErrorCode }) => ErrorCode),
      [1002, 2016, 0],
    );
    assert.equal(text(answer.VideoBase64), 'video of attempt 3');
    assert.equal(text(answer.BestFrameBase64), 'face of attempt 3');
  });

  it('answers an attempt in the types that the strictest SDK expects', async () => {
    const { id, token } = await opened();
    await attempt(id, passed);
    const [detail] = (await read(token)).VerificationDetailList as Detail[];
    assert.deepEqual(
      { ...detail, Seq: '' },
      {
        ErrorCode: 0,
        ErrorMsg: 'Success',
        LivenessErrorCode: 0,
        LivenessErrorMsg: 'Success',
        CompareErrorCode: 0,
        CompareErrorMsg: 'Success',
        ReqTimestamp: submittedAtMs,
        Similarity: 91.24,
        Seq: '',
        AppliedSecurityLevel: 1,
      },
    );
  });

  it('answers nulls for a comparison that was not reached', async () => {
    const { id, token } = await opened();
    await attempt(id, spoofed);
    const [detail] = (await read(token)).VerificationDetailList as Detail[];
    assert.deepEqual(
      [detail?.CompareErrorCode, detail?.CompareErrorMsg, detail?.Similarity],
      [null, null, null],
    );
    assert.deepEqual(
      [detail?.LivenessErrorCode, detail?.LivenessErrorMsg],
      [1002, 'Suspected spoofed recording.'],
    );
  });

  it('says which level was applied, and why when it is lower', async () => {
    const { id, token } = await opened({ askedSecurityLevel: 4, mayBeLower: true, actions: ['nod'] });
    const withoutFlashing = { ...streamed, wants: 'actions' } as const;
    for (const request of [fromFile, withoutFlashing, streamed]) {
      await attemptOn(server.store, id, spoofed, server.clock.nowMs(), request);
    }
    const details = (await read(token)).VerificationDetailList as Detail[];
    assert.deepEqual(
      details.map((detail) => [detail.AppliedSecurityLevel, detail.DowngradeReason]),
      [
        [1, 'The device could only hand over a finished film; judged silent.'],
        [2, 'The customer chose a check without flashing; judged by actions alone.'],
        [4, undefined],
      ],
    );
  });

  it('gives tags with PLUS alone', async () => {
    const plus = await opened({ withInfoTags: true });
    await attempt(plus.id, passed);
    assert.deepEqual(((await read(plus.token)).VerificationDetailList as Detail[])[0]?.LivenessInfoTag, []);
    const reason = { id: 'life.still', text: 'A still.', score: 0.2, threshold: 1, refuses: true };
    const copy = await opened({ withInfoTags: true });
    await attempt(copy.id, { ...spoofed, judgement: JSON.stringify({ reasons: [reason] }) });
    const [refused] = (await read(copy.token)).VerificationDetailList as Detail[];
    assert.deepEqual(refused?.LivenessInfoTag, ['03']);
    const basic = await opened();
    await attempt(basic.id, passed);
    assert.equal(
      'LivenessInfoTag' in (((await read(basic.token)).VerificationDetailList as Detail[])[0] ?? {}),
      false,
    );
  });

  it('does not show recordings that were given up', async () => {
    const { id, token } = await opened();
    await begin(id);
    await attempt(id, passed);
    assert.equal(((await read(token)).VerificationDetailList as Detail[]).length, 1);
  });

  it('answers 1410 when the customer left, with the attempts made', async () => {
    const { id, token } = await opened();
    await attempt(id, spoofed);
    await leave(server.store, await standing(id), Date.now());
    const answer = await read(token);
    assert.deepEqual([answer.ErrorCode, answer.ErrorMsg], [1410, 'User exited voluntarily']);
    assert.equal((answer.VerificationDetailList as Detail[]).length, 1);
  });

  it('answers 1409 when the window closed on nobody, and the last code when it closed on an attempt', async () => {
    const alone = await opened();
    const tried = await opened();
    await attempt(tried.id, another);
    await later(600_001, async () => {
      const answer = await read(alone.token);
      assert.deepEqual([answer.ErrorCode, answer.ErrorMsg], [1409, 'Verification process timed out']);
      assert.equal((await read(tried.token)).ErrorCode, 2016);
    });
  });

  it('answers the code of the last attempt when the retries are used up', async () => {
    const { id, token } = await opened({ livenessRetryLimit: 2 });
    await attempt(id, spoofed);
    await attempt(id, another);
    assert.equal((await read(token)).ErrorCode, 2016);
  });

  it('can be asked any number of times for three days, then says Expired, and after thirty more Illegal', async () => {
    const { id, token } = await opened();
    await attempt(id, passed);
    for (let time = 0; time < 3; time++) assert.equal((await read(token)).ErrorCode, 0);
    await later(259_140_000, async () => assert.equal((await read(token)).ErrorCode, 0));
    await later(259_260_000, async () =>
      assert.equal(await codeOf(token), 'InvalidParameterValue.BizTokenExpired'),
    );
    await server.store.verifications.erase(id, 'expired', Date.now() + 1000);
    assert.equal(await codeOf(token), 'InvalidParameterValue.BizTokenExpired');
    await server.store.verifications.forgetErased(Date.now() + 2000);
    assert.equal(await codeOf(token), 'InvalidParameterValue.BizTokenIllegal');
  });

  it('answers unknown, malformed and other accounts’ tokens all the same', async () => {
    const { token } = await opened();
    const key = { secretId: 'AKIDother', secretKey: 'other' };
    await server.store.accounts.create({ id: 'other', name: 'other', kind: 'merchant', ratePerSecond: 20 });
    await server.store.accounts.addKey('other', key.secretId, key.secretKey, Date.now());
    const stranger = await callJson(server.port, key, 'GetWebVerificationResultIntl', { BizToken: token });
    const answers = [
      stranger.Response,
      await read('x'),
      await read(''),
      await read('81EEF678-28EE-4759-A82E-6CBBBE6BC442'),
    ];
    for (const answer of answers) {
      assert.deepEqual(answer.Error, {
        Code: 'InvalidParameterValue.BizTokenIllegal',
        Message: 'Invalid BizToken.',
      });
    }
  });

  it('says which parameter is missing or of the wrong type', async () => {
    const missing = await callJson(server.port, server.credentials, 'GetWebVerificationResultIntl', {});
    assert.equal(missing.Response.Error?.Code, 'MissingParameter');
    for (const wrong of [7, true, {}, ['x']]) assert.equal(await codeOf(wrong), 'InvalidParameter');
  });

  it('denies what the operator erased or holds', async () => {
    const held = await opened();
    await server.store.verifications.amend(held.id, { onHold: true });
    assert.equal(await codeOf(held.token), 'OperationDenied');
    const erased = await opened();
    await server.store.verifications.erase(erased.id, 'operator', Date.now() + 1e6);
    assert.equal(await codeOf(erased.token), 'OperationDenied');
  });

  it('streams a video of 6 MB byte for byte', async () => {
    const { id, token } = await opened();
    const seq = await attempt(id, passed);
    const video = Buffer.alloc(6_000_001, 'frames ');
    await server.store.media.put(id, `${seq}.mp4`, [video.subarray(0, 1_000_003), video.subarray(1_000_003)]);
    assert.ok(Buffer.from(String((await read(token)).VideoBase64), 'base64').equals(video));
  });

  it('is an internal error when the store fails, in the envelope', async () => {
    const broken = await startWireServer();
    const { token } = await issue(broken.store);
    await callJson(broken.port, broken.credentials, 'GetWebVerificationResultIntl', { BizToken: token });
    await broken.store.close();
    const { status, Response } = await callJson(
      broken.port,
      broken.credentials,
      'GetWebVerificationResultIntl',
      {
        BizToken: token,
      },
    );
    assert.equal(status, 200);
    assert.deepEqual(Response.Error, { Code: 'InternalError', Message: 'Internal error.' });
    await broken.stop();
  });
});
