import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import {
  glaringVerdict,
  hongKongVerdict,
  photoOf,
  readerThatSays,
  readOwed,
} from '../../test/support/carded.ts';
import { issue, plainCardPlan } from '../../test/support/issued.ts';
import { PageCaller } from '../../test/support/page-caller.ts';
import { buildPageDoor } from '../../test/support/page-door.ts';
import { newKey } from '../store/seal.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import type { CardPlan, Plan } from '../token/plan.ts';
import type { CardVerdict } from '../verify/card/card-verdict.ts';
import { createChanges } from './changes.ts';
import type { PageView } from './page-shapes.ts';

const singaporeVerdict: CardVerdict = {
  ...hongKongVerdict,
  type: 'SingaporeIDCard',
  fields: { number: 'S0000001I' },
};

describe("the page's API, about cards", () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'selfsame-cards-'));
  let store: Store;
  let app: FastifyInstance;
  let nowMs: number;
  let nudges = 0;

  before(async () => {
    store = await openSqliteStore({ dataDir, masterKey: newKey() });
    app = buildPageDoor({
      store,
      changes: createChanges(),
      now: () => nowMs,
      nudged: () => void nudges++,
    });
    await app.ready();
  });
  beforeEach(() => {
    nowMs = Date.now();
    nudges = 0;
  });
  after(async () => {
    await app.close();
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  let addresses = 0;
  async function start(plan: Partial<Plan> = {}, card: Partial<CardPlan> = {}) {
    const whole = { checkMode: 1, card: { ...plainCardPlan, ...card }, ...plan } as const;
    const { id, token } = await issue(store, whole, nowMs);
    const browser = () =>
      new PageCaller(app, token, `10.2.${Math.floor(++addresses / 250)}.${addresses % 250}`);
    return { id, token, phone: browser(), browser };
  }
  async function ready(plan: Partial<Plan> = {}, card: Partial<CardPlan> = {}) {
    const started = await start({ skipPrivacyPolicy: true, ...plan }, card);
    await started.phone.open();
    return started;
  }
  const readNow = (verdict: CardVerdict | Error = hongKongVerdict) =>
    readOwed(store, readerThatSays(verdict), nowMs);
  async function submitted(phone: PageCaller, verdict: CardVerdict | Error = hongKongVerdict) {
    await phone.photo('front', photoOf('a card'));
    await phone.readCard();
    await readNow(verdict);
    return cardOf((await phone.view()).body);
  }
  function cardOf({ card }: PageView) {
    assert.ok(card);
    return card;
  }
  const filesOf = (id: string) => {
    const folder = join(dataDir, 'media', id);
    return existsSync(folder) ? readdirSync(folder).map((name) => name.split('.').at(-1)) : [];
  };

  it('goes from the first photo to the confirmed card, and then to liveness', async () => {
    const { id, phone } = await ready();
    assert.equal(cardOf((await phone.view()).body).stage, 'none');
    const stored = await phone.photo('front', photoOf('a card'));
    assert.deepEqual([stored.status, cardOf(stored.body).stage], [200, 'stored']);
    assert.equal(cardOf((await phone.readCard()).body).stage, 'reading');
    assert.equal(nudges, 1);
    await readNow();
    const read = cardOf((await phone.view()).body);
    assert.equal(read.stage, 'to-confirm');
    assert.deepEqual(read.shown?.fields, [
      { name: 'englishName', value: 'SAN, Nan' },
      { name: 'number', value: 'C000000(E)' },
    ]);
    assert.equal((await phone.call('POST', '/attempts', phone.camera())).body.refusal, 'wrong-stage');
    const confirmed = cardOf((await phone.confirmCard()).body);
    assert.deepEqual([confirmed.stage, confirmed.shown], ['confirmed', null]);
    const { referencePhotoId, stage } = (await store.verifications.byId(id)) ?? {};
    assert.deepEqual([stage, referencePhotoId?.split('.')[1]], ['opened', 'portrait']);
    await phone.begin();
    assert.equal((await store.verifications.byId(id))?.stage, 'liveness');
  });

  it('ends with the confirmed card in mode 4, where nobody can begin an attempt', async () => {
    const { phone } = await ready({ checkMode: 4 });
    assert.equal((await phone.call('POST', '/attempts', phone.camera())).body.refusal, 'wrong-stage');
    await submitted(phone);
    const { body } = await phone.confirmCard();
    assert.deepEqual([body.end?.how, body.end?.code], ['passed', 0]);
  });

  it('may be asked again when an answer was lost, and does nothing twice', async () => {
    const { id, phone } = await ready({ checkMode: 4 });
    await phone.photo('front', photoOf('a card'));
    const again = cardOf((await phone.photo('front', photoOf('a card'))).body);
    assert.deepEqual([again.stage, again.photosLeft], ['stored', 18]);
    await phone.readCard();
    assert.equal(cardOf((await phone.readCard()).body).stage, 'reading');
    await readNow();
    assert.equal(cardOf((await phone.readCard()).body).stage, 'to-confirm');
    await phone.confirmCard();
    const repeated = await phone.confirmCard();
    assert.deepEqual([repeated.status, repeated.body.end?.code], [200, 0]);
    assert.equal((await store.cards.of(id)).length, 1);
    const other = await ready();
    await submitted(other.phone, glaringVerdict);
    await other.phone.retakeCard();
    assert.equal(cardOf((await other.phone.retakeCard()).body).stage, 'none');
    assert.equal((await store.cards.of(other.id)).length, 2);
  });

  it('says what stopped a card, shows the way out after three, and takes another photo', async () => {
    const { phone } = await ready();
    for (const stops of [1, 2, 3]) {
      const card = await submitted(phone, glaringVerdict);
      assert.deepEqual([card.stage, card.stops, card.mayLeave], ['stopped', stops, stops === 3]);
      assert.deepEqual(card.stoppedFor, {
        problem: null,
        warnings: [-9107],
        isType: null,
        isRetakeable: true,
      });
      assert.equal(card.shown, null);
      assert.equal((await phone.confirmCard()).body.refusal, 'wrong-stage');
      if (stops < 3) assert.equal(cardOf((await phone.retakeCard()).body).stoppedFor, null);
    }
    assert.equal((await submitted(phone)).stage, 'to-confirm');
    assert.equal((await phone.call('POST', '/exit')).body.end?.how, 'abandoned');
  });

  it('says that it is another card, and charges no attempt for it', async () => {
    const { phone } = await ready({}, { askedType: 'MLIDCard' });
    const other = { ...hongKongVerdict, problem: 'other-type', isPass: false } as const;
    const card = await submitted(phone, other);
    assert.equal(card.type, 'MLIDCard');
    assert.deepEqual([card.stoppedFor?.problem, card.stoppedFor?.isType], ['other-type', 'HKIDCard']);
    assert.equal((await phone.view()).body.attemptsLeft, 99);
  });

  it('wants both sides of a card that has them on both, front first', async () => {
    const { phone } = await ready({}, { askedType: 'SingaporeIDCard' });
    assert.equal((await phone.photo('back', photoOf('a back'))).body.refusal, 'wrong-stage');
    const front = cardOf((await phone.photo('front', photoOf('a front'))).body);
    assert.deepEqual([front.stage, front.hasBack], ['front-stored', true]);
    assert.equal((await phone.readCard()).body.refusal, 'wrong-stage');
    assert.equal(cardOf((await phone.photo('back', photoOf('a back'))).body).stage, 'stored');
    assert.equal(cardOf((await phone.photo('front', photoOf('another'))).body).stage, 'front-stored');
    const plain = await ready();
    await plain.phone.photo('front', photoOf('a front'));
    assert.equal((await plain.phone.photo('back', photoOf('a back'))).body.refusal, 'wrong-stage');
  });

  it('asks for the back once the front tells that there is one, and reads both then', async () => {
    const { id, phone } = await ready();
    const front = await submitted(phone, singaporeVerdict);
    assert.deepEqual([front.stage, front.hasBack, front.stops], ['front-stored', true, 0]);
    assert.equal(cardOf((await phone.photo('back', photoOf('a back'))).body).stage, 'stored');
    await phone.readCard();
    await readNow(singaporeVerdict);
    assert.equal(cardOf((await phone.view()).body).stage, 'to-confirm');
    const [card, ...others] = await store.cards.of(id);
    assert.ok(card?.backId && others.length === 0);
    const blurred = await ready();
    const stopped = await submitted(blurred.phone, {
      ...singaporeVerdict,
      warnings: glaringVerdict.warnings,
    });
    assert.equal(stopped.stage, 'stopped');
  });

  it('asks for the back of a card whose portrait cannot be used only where nobody needs it', async () => {
    const unclear = { ...singaporeVerdict, problem: 'portrait-unclear', isPass: false } as const;
    const alone = await ready({ checkMode: 4 });
    assert.equal((await submitted(alone.phone, unclear)).stage, 'front-stored');
    const withFace = await ready({ checkMode: 1 });
    assert.equal((await submitted(withFace.phone, unclear)).stage, 'stopped');
  });

  it('keeps no photo before the agreement', async () => {
    const { id, phone } = await start();
    await phone.open();
    assert.equal((await phone.photo('front', photoOf('a card'))).body.refusal, 'no-consent');
    assert.deepEqual(filesOf(id), []);
    await phone.consent();
    assert.equal((await phone.photo('front', photoOf('a card'))).status, 200);
  });

  it('takes photos from the bound browser and tab alone, before a byte of them is read', async () => {
    const { id, phone, browser } = await ready();
    assert.equal((await browser().photo('front', photoOf('a card'))).body.refusal, 'not-yours');
    const mine = phone.tabId;
    phone.tabId = 'another-tab';
    for (const call of [phone.photo('front', photoOf('a')), phone.readCard(), phone.retakeCard()]) {
      assert.equal((await call).body.refusal, 'other-tab');
    }
    assert.equal((await phone.confirmCard()).body.refusal, 'other-tab');
    assert.deepEqual(filesOf(id), []);
    phone.tabId = mine;
    const huge = await browser().photo('front', Buffer.alloc(11_000_000, 1));
    assert.equal(huge.body.refusal, 'not-yours');
  });

  it('refuses what is no photo, and a HEIC by its name', async () => {
    const { id, phone } = await ready();
    const refusals = async (...files: readonly Buffer[]) => {
      const answers = [];
      for (const file of files) {
        const { status, body } = await phone.photo('front', file);
        answers.push(`${status} ${body.refusal}`);
      }
      return answers;
    };
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    assert.deepEqual(await refusals(heic), ['415 heic-photo']);
    const none = [Buffer.from('some text'), Buffer.from('<svg/>'), Buffer.from('GIF89a')];
    assert.deepEqual(await refusals(...none), Array(3).fill('415 not-a-photo'));
    assert.deepEqual(await refusals(Buffer.alloc(10_485_761, 255)), ['413 too-large']);
    const empty = (await refusals(Buffer.alloc(0)))[0];
    assert.ok(empty === '400 bad-request' || empty === '415 not-a-photo', empty);
    const json = await phone.call('PUT', '/card/front', { photo: 'x' });
    assert.equal(json.body.refusal, 'bad-request');
    assert.deepEqual([filesOf(id), (await store.cards.of(id)).length], [[], 0]);
  });

  it('takes twenty photos and no more', async () => {
    const { phone } = await ready();
    for (let photo = 1; photo <= 20; photo++) await phone.photo('front', photoOf(`card ${photo}`));
    const over = await phone.photo('front', photoOf('card 21'));
    assert.deepEqual([over.status, over.body.refusal], [409, 'no-photos-left']);
    await phone.readCard();
    await readNow(glaringVerdict);
    const card = cardOf((await phone.view()).body);
    assert.deepEqual([card.stage, card.photosLeft], ['stopped', 0]);
    assert.equal((await phone.retakeCard()).body.refusal, 'no-photos-left');
  });

  it('shows the picture to who is to confirm it, as sent or cut out, and to nobody else', async () => {
    const { phone, browser } = await ready();
    const url = (await submitted(phone)).shown?.pictureUrl.replace('/verify/api', '') as string;
    const picture = await phone.call('GET', url);
    assert.deepEqual([picture.status, picture.headers['content-type']], [200, 'image/jpeg']);
    assert.equal(picture.headers['cache-control'], 'no-store');
    assert.ok(picture.bytes.equals(photoOf('a card')));
    assert.equal((await browser().call('GET', url)).status, 403);
    assert.equal((await phone.call('GET', '/card/picture?of=another')).status, 409);
    assert.equal((await phone.call('GET', '/card/picture')).status, 409);
    await phone.confirmCard();
    assert.equal((await phone.call('GET', url)).status, 409);
    const cut = await ready({}, { showsCut: true });
    const cutUrl = (await submitted(cut.phone)).shown?.pictureUrl.replace('/verify/api', '') as string;
    const shown = await cut.phone.call('GET', cutUrl);
    assert.ok(shown.bytes.equals(Buffer.from(hongKongVerdict.cut as Uint8Array)));
  });

  it('tells what was read to the tab that holds it alone', async () => {
    const { phone, browser } = await ready();
    await submitted(phone);
    assert.equal((await browser().view()).body.card, null);
    phone.tabId = 'another-tab';
    const beside = cardOf((await phone.view()).body);
    assert.deepEqual([beside.stage, beside.shown], ['to-confirm', null]);
  });

  it('keeps of earlier cards nothing personal once a later one is read', async () => {
    const { id, phone } = await ready();
    await submitted(phone);
    await phone.retakeCard();
    await phone.photo('front', photoOf('another card'));
    assert.equal(filesOf(id).length, 4);
    await phone.readCard();
    await readNow(glaringVerdict);
    const [first, second] = await store.cards.of(id);
    assert.deepEqual([first?.text, first?.frontId, first?.portraitId], [null, null, null]);
    assert.ok(second?.text && first?.judgement);
    assert.deepEqual(filesOf(id).sort(), ['cut', 'front', 'portrait']);
  });

  it('drops a photo that is taken again before it was read', async () => {
    const { id, phone } = await ready();
    await phone.photo('front', photoOf('a card'));
    assert.equal(cardOf((await phone.retakeCard()).body).stage, 'none');
    assert.deepEqual(filesOf(id), []);
    assert.equal((await phone.readCard()).body.refusal, 'wrong-stage');
  });

  it('takes no photo and lets nobody leave while a card is read, none once one is confirmed or all is over', async () => {
    const { phone } = await ready();
    await phone.photo('front', photoOf('a card'));
    await phone.readCard();
    for (const call of ['/exit', '/card/retake', '/card/confirm']) {
      assert.equal((await phone.call('POST', call)).body.refusal, 'wrong-stage', call);
    }
    assert.equal((await phone.photo('front', photoOf('another'))).body.refusal, 'wrong-stage');
    await readNow();
    await phone.confirmCard();
    assert.equal((await phone.photo('front', photoOf('another'))).body.refusal, 'wrong-stage');
    assert.equal((await phone.retakeCard()).body.refusal, 'wrong-stage');
    await phone.call('POST', '/exit');
    assert.equal((await phone.photo('front', photoOf('another'))).body.refusal, 'ended');
    const late = await ready();
    nowMs += 600_001;
    assert.equal((await late.phone.photo('front', photoOf('a card'))).body.refusal, 'ended');
  });

  it('has no cards in modes without them', async () => {
    const { phone } = await ready({ checkMode: 3, card: null });
    assert.equal((await phone.view()).body.card, null);
    assert.equal((await phone.photo('front', photoOf('a card'))).body.refusal, 'wrong-stage');
    assert.equal((await phone.readCard()).body.refusal, 'wrong-stage');
    assert.equal((await phone.retakeCard()).body.refusal, 'wrong-stage');
    assert.equal((await phone.confirmCard()).body.refusal, 'wrong-stage');
  });

  it('turns cards away while too many wait for the reader', async () => {
    const waiting = await Promise.all([ready(), ready(), ready(), ready()]);
    for (const { phone } of waiting) await phone.photo('front', photoOf('a card'));
    const answers = [];
    for (const { phone } of waiting) answers.push((await phone.readCard()).status);
    assert.deepEqual(answers, [200, 200, 200, 503]);
    await readNow();
  });
});
