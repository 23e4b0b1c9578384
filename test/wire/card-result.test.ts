import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { confirmCard, keepPhoto, retakeCard, submitCard } from '../../src/capture/cards.ts';
import { leave } from '../../src/capture/leave.ts';
import type { CardPlan, Plan } from '../../src/token/plan.ts';
import type { CardVerdict } from '../../src/verify/card/card-verdict.ts';
import { attemptOn, standingOf } from '../support/attempted.ts';
import {
  cardOn,
  glaringVerdict,
  hongKongVerdict,
  photoOf,
  readerThatSays,
  readOwed,
} from '../support/carded.ts';
import { issue, plainCardPlan } from '../support/issued.ts';
import { sdkClient } from '../support/sdk.ts';
import { callJson } from '../support/signed-call.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';

type Entry = Readonly<Record<string, unknown>>;

const passed = { errorCode: 0, livenessCode: 0, compareCode: 0, similarity: 91.2 };
const another = { errorCode: 2016, livenessCode: 0, compareCode: 2016, similarity: 12.3 };

const mainlandVerdict: CardVerdict = {
  ...hongKongVerdict,
  type: 'MainlandIDCard',
  cardInfo: null,
  normalCardInfo: { FullName: '王博', LicenseNumber: '11010519491231002X' },
  backCut: Buffer.from('\xff\xd8\xff the cut-out back', 'latin1'),
};

describe('Get of a verification with a card', () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.stop());

  async function read(BizToken: string) {
    const seconds = Math.floor(server.clock.nowMs() / 1000);
    const action = 'GetWebVerificationResultIntl';
    return (await callJson(server.port, server.credentials, action, { BizToken }, { seconds })).Response;
  }
  async function entryOf(token: string): Promise<Entry> {
    const list = (await read(token)).OCRResult as Entry[];
    assert.equal(list.length, 1);
    return list[0] as Entry;
  }
  async function opened(checkMode: 1 | 4, plan: Partial<Plan> = {}, card: Partial<CardPlan> = {}) {
    const whole = { checkMode, skipPrivacyPolicy: true, card: { ...plainCardPlan, ...card }, ...plan };
    const issued = await issue(server.store, whole, server.clock.nowMs());
    await server.store.verifications.move(issued.id, 'issued', 'opened');
    return issued;
  }
  const nowMs = () => server.clock.nowMs();
  const standing = (id: string) => standingOf(server.store, id, nowMs());
  const card = (id: string, verdict: CardVerdict | Error = hongKongVerdict, name?: string) =>
    cardOn(server.store, id, verdict, nowMs(), name);
  const confirm = async (id: string) => confirmCard(server.store, await standing(id), nowMs());
  const text = (base64: unknown) => Buffer.from(String(base64), 'base64').toString('latin1');
  async function later<Result>(ms: number, work: () => Promise<Result>): Promise<Result> {
    server.clock.nowMs = () => Date.now() + ms;
    try {
      return await work();
    } finally {
      server.clock.nowMs = () => Date.now();
    }
  }

  it('answers null before the first card was read, also while one is photographed or being read', async () => {
    const { id, token } = await opened(1);
    assert.equal((await read(token)).OCRResult, null);
    await keepPhoto(server.store, await standing(id), 'front', photoOf('a card'));
    assert.equal((await read(token)).OCRResult, null);
    await submitCard(server.store, await standing(id), nowMs());
    const answer = await read(token);
    assert.deepEqual([answer.ErrorCode, answer.OCRResult], [null, null]);
  });

  it('answers the card that was read, every field of it, before anything is decided', async () => {
    const { id, token } = await opened(1);
    const { requestId } = await card(id);
    const answer = await read(token);
    assert.deepEqual([answer.ErrorCode, answer.VerificationDetailList], [null, []]);
    assert.deepEqual([answer.VideoBase64, answer.BestFrameBase64], [null, null]);
    const { CardImageBase64, CardCutImageBase64, HeadImageBase64, ...rest } = await entryOf(token);
    assert.equal(text(CardImageBase64), photoOf('a card').toString('latin1'));
    assert.equal(text(CardCutImageBase64), '\xff\xd8\xff the cut-out card');
    assert.equal(text(HeadImageBase64), '\xff\xd8\xff the portrait');
    assert.deepEqual(rest, {
      IsPass: true,
      CardInfo: { HKIDCard: { EnName: 'SAN, Nan', IdNum: 'C000000(E)', CnName: null } },
      NormalCardInfo: {
        HKIDCard: { FullName: 'SAN, Nan', LicenseNumber: 'C000000(E)', ChineseName: null },
      },
      RequestId: requestId,
      CardBackCutImageBase64: null,
      WarnCardInfos: [],
      OriginalCardInfo: null,
      CardBackImageBase64: null,
    });
  });

  it('answers 0 in mode 4 once the customer confirmed, with the raw reading', async () => {
    const { id, token } = await opened(4);
    const listed = { code: -9102, score: 0.5, listFrom: 0.4, stopFrom: 0.9, stops: false } as const;
    const { requestId } = await card(id, { ...hongKongVerdict, warnings: [listed] });
    await confirm(id);
    const answer = await read(token);
    assert.deepEqual([answer.ErrorCode, answer.ErrorMsg], [0, 'Success']);
    assert.deepEqual(answer.VerificationDetailList, []);
    assert.deepEqual([answer.VideoBase64, answer.BestFrameBase64], [null, null]);
    const entry = await entryOf(token);
    assert.deepEqual([entry.IsPass, entry.WarnCardInfos], [true, [-9102]]);
    assert.ok(entry.CardInfo && entry.NormalCardInfo);
    assert.deepEqual(JSON.parse(String(entry.OriginalCardInfo)), {
      ...{ EnName: 'SAN, Nan', IdNum: 'C000000(E)', CnName: null },
      ...{ WarnCardInfos: [-9102], RequestId: requestId },
    });
  });

  it('answers both sides, and null where CardInfo has no member for the type', async () => {
    const { id, token } = await opened(4, {}, { askedType: 'MainlandIDCard' });
    await keepPhoto(server.store, await standing(id), 'front', photoOf('the front'));
    await keepPhoto(server.store, await standing(id), 'back', photoOf('the back'));
    await submitCard(server.store, await standing(id), nowMs());
    await readOwed(server.store, readerThatSays(mainlandVerdict), nowMs());
    await confirm(id);
    const entry = await entryOf(token);
    assert.equal(entry.CardInfo, null);
    assert.deepEqual(Object.keys(entry.NormalCardInfo as object), ['MainlandIDCard']);
    assert.equal(JSON.parse(String(entry.OriginalCardInfo)).FullName, '王博');
    assert.equal(text(entry.CardBackImageBase64), photoOf('the back').toString('latin1'));
    assert.equal(text(entry.CardBackCutImageBase64), '\xff\xd8\xff the cut-out back');
  });

  it('answers attempts and the card in mode 1, which passes by both', async () => {
    const { id, token } = await opened(1);
    await card(id);
    await confirm(id);
    assert.equal((await read(token)).ErrorCode, null);
    await attemptOn(server.store, id, another, nowMs());
    await attemptOn(server.store, id, passed, nowMs());
    const answer = await read(token);
    assert.equal(answer.ErrorCode, 0);
    assert.equal((answer.VerificationDetailList as Entry[]).length, 2);
    assert.equal(text(answer.VideoBase64), 'video of attempt 2');
    const entry = await entryOf(token);
    assert.deepEqual([entry.IsPass, entry.OriginalCardInfo], [true, null]);
  });

  it('answers the last card submitted alone, with its warnings', async () => {
    const { id, token } = await opened(1);
    await card(id, glaringVerdict, 'the first card');
    const stopped = await entryOf(token);
    assert.deepEqual([stopped.IsPass, stopped.WarnCardInfos], [false, [-9107]]);
    await retakeCard(server.store, await standing(id));
    await keepPhoto(server.store, await standing(id), 'front', photoOf('the second card'));
    assert.equal((await entryOf(token)).RequestId, stopped.RequestId);
    await submitCard(server.store, await standing(id), nowMs());
    await readOwed(server.store, readerThatSays(hongKongVerdict), nowMs());
    const second = await entryOf(token);
    assert.equal(text(second.CardImageBase64), photoOf('the second card').toString('latin1'));
    assert.deepEqual([second.IsPass, second.WarnCardInfos], [true, []]);
  });

  it('answers a photo in which nothing could be read', async () => {
    const { id, token } = await opened(4);
    const nothing = { ...hongKongVerdict, problem: 'no-card', type: null, isPass: false } as const;
    const bare = { cardInfo: null, normalCardInfo: null, fields: {}, cut: null, portrait: null };
    await card(id, { ...nothing, ...bare });
    const entry = await entryOf(token);
    assert.ok(entry.CardImageBase64);
    assert.deepEqual([entry.IsPass, entry.CardInfo, entry.NormalCardInfo], [false, null, null]);
    assert.deepEqual(
      [entry.OriginalCardInfo, entry.CardCutImageBase64, entry.HeadImageBase64],
      [null, null, null],
    );
  });

  it('answers a card that our own failure left unread as one that does not pass', async () => {
    const { id, token } = await opened(4);
    const failed = await card(id, new Error('the model fell over'));
    assert.equal(failed.stoppedFor?.problem, 'engine-failed');
    const entry = await entryOf(token);
    assert.deepEqual([entry.IsPass, entry.NormalCardInfo, entry.WarnCardInfos], [false, null, []]);
  });

  it('answers 1410 when the customer left, and the card as it was', async () => {
    const good = await opened(1);
    await card(good.id);
    await leave(server.store, await standing(good.id), nowMs());
    assert.equal((await read(good.token)).ErrorCode, 1410);
    assert.equal((await entryOf(good.token)).IsPass, true);
    const bad = await opened(4);
    await card(bad.id, glaringVerdict);
    await leave(server.store, await standing(bad.id), nowMs());
    assert.equal((await read(bad.token)).ErrorCode, 1410);
    assert.equal((await entryOf(bad.token)).IsPass, false);
  });

  it('answers 1409 and a card that does not pass when the window closed before an attempt', async () => {
    const [unconfirmed, stopped, none] = [await opened(4), await opened(1), await opened(1)];
    const confirmed = await opened(1);
    await card(unconfirmed.id);
    await card(stopped.id, glaringVerdict);
    await card(confirmed.id);
    await confirm(confirmed.id);
    await later(600_001, async () => {
      for (const { token } of [unconfirmed, stopped, confirmed]) {
        const answer = await read(token);
        assert.deepEqual([answer.ErrorCode, answer.VerificationDetailList], [1409, []]);
        assert.equal((await entryOf(token)).IsPass, false);
      }
      assert.deepEqual((await entryOf(stopped.token)).WarnCardInfos, [-9107]);
      const alone = await read(none.token);
      assert.deepEqual([alone.ErrorCode, alone.OCRResult], [1409, null]);
    });
  });

  it('answers the last attempt’s code and the card when the window closed on an attempt', async () => {
    const { id, token } = await opened(1);
    await card(id);
    await confirm(id);
    await attemptOn(server.store, id, another, nowMs());
    await later(600_001, async () => {
      assert.equal((await read(token)).ErrorCode, 2016);
      assert.equal((await entryOf(token)).IsPass, true);
    });
  });

  it('answers the last attempt’s code and the card when the retries are used up', async () => {
    const { id, token } = await opened(1, { livenessRetryLimit: 1 });
    await card(id);
    await confirm(id);
    await attemptOn(server.store, id, another, nowMs());
    assert.equal((await read(token)).ErrorCode, 2016);
    assert.equal((await entryOf(token)).IsPass, true);
  });

  it('reads a card that was submitted before the window closed, and ends afterwards', async () => {
    const { id, token } = await opened(4);
    await keepPhoto(server.store, await standing(id), 'front', photoOf('a late card'));
    await submitCard(server.store, await standing(id), nowMs());
    await later(600_001, async () => {
      assert.equal((await read(token)).ErrorCode, null);
      await readOwed(server.store, readerThatSays(hongKongVerdict), nowMs());
      assert.equal((await read(token)).ErrorCode, 1409);
      assert.equal((await entryOf(token)).IsPass, false);
    });
  });

  it('is what the official SDK makes of it', async () => {
    const { id, token } = await opened(4);
    await card(id);
    await confirm(id);
    const sdk = sdkClient(server.credentials, `127.0.0.1:${server.port}`);
    const { ErrorCode, OCRResult } = await sdk.result(token);
    assert.equal(ErrorCode, 0);
    const [entry] = OCRResult as {
      IsPass: boolean;
      CardInfo: { HKIDCard: Entry };
      WarnCardInfos: number[];
    }[];
    assert.deepEqual([entry?.IsPass, entry?.WarnCardInfos], [true, []]);
    assert.equal(entry?.CardInfo.HKIDCard.EnName, 'SAN, Nan');
  });

  it('streams a photo of 9 MB byte for byte', async () => {
    const { id, token } = await opened(4);
    const photo = Buffer.concat([photoOf('a large card'), Buffer.alloc(9_000_000, 'pixels ')]);
    await keepPhoto(server.store, await standing(id), 'front', photo);
    await submitCard(server.store, await standing(id), nowMs());
    await readOwed(server.store, readerThatSays(hongKongVerdict), nowMs());
    assert.ok(Buffer.from(String((await entryOf(token)).CardImageBase64), 'base64').equals(photo));
  });
});
