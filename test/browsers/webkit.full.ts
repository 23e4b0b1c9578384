import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { photographCard } from '../support/card-photos.ts';
import { portraitPhoto } from '../support/face-photos.ts';
import { onlyAttempt } from '../support/only-attempt.ts';
import { clipPath } from '../support/shared-data.ts';
import { describeInWebKit } from '../support/webkit-town.ts';

const person = 'd13';
const noClips = clipPath(person) ? false : 'the clips of living people are not here';

describeInWebKit('In WebKitGTK', (town, journey) => {
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-webkit-files-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  journey('the page is bound, agreed to in another language, reloaded and left', async () => {
    const issued = await town.apply({ SkipPrivacyPolicy: false });
    const customer = await town.customerAt(issued.VerificationURL);
    await customer.reaches('start');
    await customer.looksWhole('start');
    await customer.choosesLanguage('th', 'th');
    await customer.looksWhole('start-th');
    await customer.choosesLanguage('ar', 'ar');
    await customer.looksWhole('start-ar');
    await customer.choosesLanguage('en', 'en');
    await customer.tap('start');
    await customer.reaches('agreement');
    await customer.looksWhole('agreement');
    await customer.reload();
    await customer.agree();
    await customer.reaches('camera-trouble');
    await customer.reload();
    await customer.reaches('camera-trouble');
    assert.equal(await customer.reason(), 'no-recorder');
    await customer.looksWhole('no-recorder');
    await customer.tap('exit');
    await customer.reaches('exit');
    await customer.looksWhole('exit');
    await customer.tap('exit-confirm');
    assert.equal(await customer.learnsCode(), 1410);
    assert.equal((await town.sdk.result(issued.BizToken)).ErrorCode, 1410);
    return customer;
  });

  journey(
    'a film is taken where nothing can be recorded, sent, judged and passed; then back to the merchant',
    async () => {
      const issued = await town.apply({ LivenessRetryLimit: 1 });
      const customer = await town.customerAt(issued.VerificationURL);
      await customer.tap('start');
      await customer.reaches('camera-trouble');
      await customer.choosesFile('film', clipPath(person) as string);
      assert.equal(await customer.learnsCode(), 0, await customer.shown());
      await customer.looksWhole('passed');
      const attempt = await onlyAttempt(town, issued.BizToken);
      assert.deepEqual([attempt.LivenessErrorCode, attempt.AppliedSecurityLevel], [0, 1]);
      await customer.tap('next');
      await customer.driver.until(`location.origin === '${town.merchant.origin}'`, () =>
        customer.driver.url(),
      );
      assert.equal(new URL(await customer.driver.url()).searchParams.get('token'), issued.BizToken);
      return customer;
    },
    noClips,
  );

  journey('at level 4 the film is judged silent where that is allowed, and a still is refused', async () => {
    const issued = await town.apply({ SecurityLevel: 4, LivenessRetryLimit: 2 });
    const customer = await town.customerAt(issued.VerificationURL);
    await customer.tap('start');
    await customer.reaches('light-notice');
    await customer.looksWhole('light-notice');
    await customer.tap('light');
    await customer.reaches('camera-trouble');
    const photo = join(folder, 'face.jpg');
    writeFileSync(photo, await portraitPhoto('anna'));
    await customer.choosesFile('film', photo);
    assert.equal(await customer.learnsCode(), 1005, await customer.shown());
    await customer.looksWhole('result');
    const attempt = await onlyAttempt(town, issued.BizToken);
    assert.equal(attempt.AppliedSecurityLevel, 1);
    assert.match(String(attempt.DowngradeReason), /film/);
    return customer;
  });

  journey('where no lower level is allowed it says so before it binds', async () => {
    const customer = await town.customerAt(
      (await town.apply({ SecurityLevel: 3, AutoDowngrade: 2 })).VerificationURL,
    );
    await customer.reaches('camera-trouble');
    assert.match(await customer.shown(), /cannot record/);
    assert.equal(await customer.count('film'), 0);
    await customer.looksWhole('cannot-record');
    return customer;
  });

  journey('a card is photographed by the camera, refused, read from a file and confirmed', async () => {
    const card = await photographCard({
      type: 'HKIDCard',
      layout: '2018',
      portrait: await portraitPhoto('anna'),
    });
    const photo = join(folder, 'card.jpg');
    writeFileSync(photo, card.front);
    const issued = await town.apply({ CheckMode: 4, IDCardType: 'HKIDCard' });
    const customer = await town.customerAt(issued.VerificationURL);
    await customer.tap('start');
    await customer.reaches('card-camera');
    await customer.driver.until("document.querySelector('video')?.videoWidth > 0", () => customer.shown());
    await customer.looksWhole('card-camera');
    await customer.tap('card-shutter');
    await customer.reaches('card-preview');
    await customer.looksWhole('card-preview');
    await customer.tap('card-use');
    await customer.reaches('card-stopped');
    await customer.looksWhole('card-stopped');
    await customer.tap('card-retake');
    await customer.reaches('card-camera');
    await customer.choosesFile('card-file', photo);
    await customer.tap('card-use');
    await customer.reaches('card-details', 'card-stopped');
    await customer.looksWhole('card-details');
    await customer.tap('card-confirm');
    assert.equal(await customer.learnsCode(), 0, await customer.shown());
    return customer;
  });

  journey('a hand-over moves it to another device, and the first follows to the result', async () => {
    const issued = await town.apply({ LivenessRetryLimit: 1 });
    const first = await town.customerAt(issued.VerificationURL);
    await first.tap('handover');
    await first.driver.until('document.querySelector(\'[data-test="handover-link"]\') !== null', () =>
      first.shown(),
    );
    await first.looksWhole('handover');
    const link = await first.driver.evaluate('document.querySelector(\'[data-test="handover-link"]\').href');
    const phone = await town.customerAt(String(link));
    await phone.reaches('take-over');
    await phone.looksWhole('take-over');
    await phone.tap('take-over');
    await phone.reaches('camera-trouble');
    await first.reaches('following');
    await first.looksWhole('following');
    await phone.tap('exit');
    await phone.tap('exit-confirm');
    await first.reaches('end');
    assert.equal(await first.learnsCode(), await phone.learnsCode());
    await phone.assertQuiet();
    return first;
  });
});
