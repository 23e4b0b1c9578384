import assert from 'node:assert/strict';
import { filmEmptyRoom } from '../support/camera-file.ts';
import { assertJpeg, bytesOf, cardAnswer, cardEntry } from '../support/card-answer.ts';
import { chooses, comesToCard, sendsFile, shownFields, stopReason } from '../support/card-customer.ts';
import { photographCard } from '../support/card-photos.ts';
import { emptyPhoto, portraitPhoto } from '../support/face-photos.ts';
import { describeJourneys } from '../support/journeys.ts';

const hongKong = { type: 'HKIDCard', layout: '2018' } as const;
const card = await photographCard({ ...hongKong, portrait: await portraitPhoto('anna') });
const glaring = await photographCard({ ...hongKong, seed: 2, attack: 'glare' });

describeJourneys('A card alone (mode 4)', { camera: filmEmptyRoom }, (town, journey) => {
  journey('is read from a file, shown, confirmed, and the merchant gets all of it', async () => {
    const issued = await town.apply({ CheckMode: 4, IDCardType: 'HKIDCard' }, { Extra: 'order 7' });
    assert.equal((await cardAnswer(town, issued.BizToken)).OCRResult, null);
    const customer = await town.customer();
    await comesToCard(customer, issued.VerificationURL);
    assert.equal(await sendsFile(customer, card.front), 'card-details', await customer.shown());
    const { IdNum, EnName, Birthday } = card.truth.fields ?? {};
    const { number, englishName, birthday, permanent } = await shownFields(customer);
    assert.deepEqual([number, englishName, birthday, permanent], [IdNum, EnName, Birthday, 'Yes']);
    const unconfirmed = await town.result(issued.BizToken);
    assert.deepEqual([unconfirmed.ErrorCode, unconfirmed.OCRResult?.length], [null, 1]);
    await customer.tap('card-confirm');
    assert.equal(await customer.learnsCode(), 0);
    await customer.tap('next');
    const back = await customer.arrivesAt(town.merchant.origin);
    assert.equal(back.searchParams.get('token'), issued.BizToken);

    const result = await town.result(issued.BizToken);
    assert.deepEqual([result.ErrorCode, result.ErrorMsg, result.Extra], [0, 'Success', 'order 7']);
    assert.deepEqual([result.VerificationDetailList, result.VideoBase64], [[], null]);
    const [entry] = result.OCRResult as { IsPass: boolean; CardInfo: { HKIDCard: object } }[];
    assert.equal(entry?.IsPass, true);
    assert.deepEqual({ ...entry?.CardInfo.HKIDCard }, card.truth.fields);
  });

  journey('comes with crops, portrait and the raw reading, beyond what the SDK knows of', async () => {
    const issued = await town.apply({ CheckMode: 4, IdCardCutReturn: true, AutoSkip: true });
    const customer = await town.customer();
    await comesToCard(customer, issued.VerificationURL);
    // No type was asked for: it is recognised.
    assert.equal(await sendsFile(customer, card.front), 'card-details', await customer.shown());
    const shown = await customer.place('card-picture').getAttribute('src');
    const cut = await customer.page.evaluate(
      `fetch(${JSON.stringify(shown)}).then((answer) => answer.bytes()).then((bytes) => bytes.toBase64())`,
    );
    await customer.tap('card-confirm');
    await customer.arrivesAt(town.merchant.origin);
    const entry = await cardEntry(town, issued.BizToken);
    const { fields, normal } = card.truth;
    assert.deepEqual(
      [entry.IsPass, entry.CardInfo, entry.NormalCardInfo],
      [true, { HKIDCard: fields }, { HKIDCard: normal }],
    );
    const { WarnCardInfos, RequestId } = entry;
    assert.deepEqual(JSON.parse(entry.OriginalCardInfo ?? ''), { ...fields, WarnCardInfos, RequestId });
    assert.equal(entry.CardCutImageBase64, cut, 'the customer was shown the cut-out card');
    for (const part of ['CardImageBase64', 'CardCutImageBase64', 'HeadImageBase64'] as const) {
      assertJpeg(entry[part], part);
    }
    assert.ok(bytesOf(entry.HeadImageBase64).length < bytesOf(entry.CardCutImageBase64).length);
    assert.deepEqual([entry.CardBackImageBase64, entry.CardBackCutImageBase64], [null, null]);
  });

  journey(
    'of another type than asked for is told so, costs nothing, and another one may follow',
    async () => {
      const issued = await town.apply({ CheckMode: 4, IDCardType: 'ThailandIDCard' });
      const customer = await town.customer();
      await comesToCard(customer, issued.VerificationURL);
      assert.equal(await sendsFile(customer, card.front), 'card-stopped');
      assert.equal(await stopReason(customer), 'other-type');
      assert.match(
        await customer.shown(),
        /not the Thai identity card .* looks like: Hong Kong identity card/i,
      );
      const answer = await town.result(issued.BizToken);
      assert.deepEqual([answer.ErrorCode, answer.VerificationDetailList], [null, []]);
      const entry = await cardEntry(town, issued.BizToken);
      assert.deepEqual([entry.IsPass, entry.CardInfo, entry.WarnCardInfos], [false, null, []]);
      await customer.tap('card-retake');
      await customer.reaches('card-camera');
    },
  );

  journey('that is stopped three times is shown the way out, and 1410 is what remains of it', async () => {
    const issued = await town.apply({ CheckMode: 4, IDCardType: 'HKIDCard' });
    const customer = await town.customer();
    await comesToCard(customer, issued.VerificationURL);
    const wall = Buffer.from(await emptyPhoto());
    for (const [photo, reason] of [
      [wall, 'no-card'],
      [wall, 'no-card'],
      [glaring.front, 'glare'],
    ] as const) {
      await customer.reaches('card-camera');
      assert.equal(await sendsFile(customer, photo), 'card-stopped');
      assert.equal(await stopReason(customer), reason);
      assert.equal(await customer.place('card-leave').count(), photo === wall ? 0 : 1);
      if (photo === wall) await customer.tap('card-retake');
    }
    assert.match(await customer.place('card-leave-text').innerText(), /company that sent you here/);
    await customer.tap('card-leave');
    await customer.tap('exit-confirm');
    assert.equal(await customer.learnsCode(), 1410);
    const entry = await cardEntry(town, issued.BizToken);
    assert.deepEqual([entry.IsPass, entry.WarnCardInfos.includes(-9107)], [false, true]);
  });

  journey('that is reloaded at every step goes on where it was, and keeps what was sent', async () => {
    const issued = await town.apply({ CheckMode: 4, SkipPrivacyPolicy: true });
    const customer = await town.customer();
    const { page } = customer;
    await comesToCard(customer, issued.VerificationURL);
    await customer.reload();
    await customer.reaches('card-camera');
    await chooses(customer, card.front);
    await customer.reload();
    await customer.reaches('card-camera');
    const held = Promise.withResolvers<void>();
    await page.route('**/verify/api/card/front', () => held.resolve());
    await chooses(customer, card.front);
    await customer.tap('card-use');
    await customer.reaches('card-sending');
    await held.promise;
    await customer.reload();
    await customer.reaches('card-camera');
    await page.unroute('**/verify/api/card/front');
    assert.equal((await cardAnswer(town, issued.BizToken)).OCRResult, null);
    await chooses(customer, card.front);
    await customer.tap('card-use');
    await customer.reaches('card-reading');
    await customer.reload();
    await customer.reaches('card-details');
    await customer.reload();
    await customer.reaches('card-details');
    await customer.tap('exit');
    await customer.tap('exit-back');
    await customer.reaches('card-details');
    await customer.tap('exit');
    await customer.tap('exit-confirm');
    assert.equal(await customer.learnsCode(), 1410);
    const entry = await cardEntry(town, issued.BizToken);
    assert.deepEqual([entry.IsPass, entry.CardInfo], [true, { HKIDCard: card.truth.fields }]);
  });

  journey('may come as a file where there is no camera, and a file that is none is told so', async () => {
    const issued = await town.apply({ CheckMode: 4, SkipPrivacyPolicy: true });
    // Chromium refuses what is not among the permissions granted.
    const customer = await town.customer({ permissions: ['geolocation'] });
    await customer.open(issued.VerificationURL);
    await customer.tap('start');
    await customer.reaches('camera-trouble');
    const choice = customer.place('card-file');
    for (const [name, mimeType, buffer, reason] of [
      ['card.jpg', 'image/jpeg', Buffer.from('no picture'), 'file-unreadable'],
      ['card.jpg', 'image/jpeg', Buffer.alloc(0), 'file-empty'],
      ['card.heic', 'image/heic', Buffer.from('....ftypheic'), 'file-heic'],
    ] as const) {
      await choice.setInputFiles({ name, mimeType, buffer });
      await customer.page.locator(`main[data-step="card-unusable"][data-reason="${reason}"]`).waitFor();
    }
    await chooses(customer, card.front);
    assert.deepEqual(
      customer.calls.filter(({ path }) => path.startsWith('/card')),
      [],
      'nothing was sent',
    );
  });

  journey('with two sides is asked for its back, also after a reload, and comes with both', async () => {
    const nric = await photographCard({ type: 'SingaporeIDCard', layout: 'nric' });
    const sideAsked = () => customer.page.locator('h1').innerText();
    // Whether the photos look honest is the matter of other tests.
    const config = { CheckMode: 4, DisableCheckOcrWarnings: true, SkipPrivacyPolicy: true };
    const issued = await town.apply({ ...config, IDCardType: 'SingaporeIDCard' });
    const customer = await town.customer();
    await comesToCard(customer, issued.VerificationURL);
    assert.match(await sideAsked(), /^Front of your Singapore identity card/);
    assert.equal(await sendsFile(customer, nric.front), 'card-camera');
    assert.equal(await sideAsked(), 'Now its back');
    await customer.reload();
    await customer.reaches('card-camera');
    assert.equal(await sideAsked(), 'Now its back');
    assert.equal((await cardAnswer(town, issued.BizToken)).OCRResult, null, 'one side alone is not read');
    assert.equal(await sendsFile(customer, nric.back as Buffer), 'card-details', await customer.shown());
    const { address, number } = await shownFields(customer);
    assert.deepEqual([number, address], [nric.truth.normal.LicenseNumber, nric.truth.normal.Address]);
    await customer.tap('card-confirm');
    assert.equal(await customer.learnsCode(), 0);
    const entry = await cardEntry(town, issued.BizToken);
    const { fields, normal } = nric.truth;
    assert.deepEqual(entry.CardInfo, { SingaporeIDCard: fields });
    assert.deepEqual(entry.NormalCardInfo, { SingaporeIDCard: normal });
    assert.equal(entry.IsPass, true);
    assert.equal(entry.CardImageBase64 === entry.CardBackImageBase64, false);
    for (const part of ['CardImageBase64', 'CardBackImageBase64', 'CardBackCutImageBase64'] as const) {
      assertJpeg(entry[part], part);
    }
  });
});
