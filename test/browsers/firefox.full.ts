import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lostFromView } from '../access/room-to-use.ts';
import { photographPerson } from '../support/camera-file.ts';
import { comesToCard, sendsFile, shownFields } from '../support/card-customer.ts';
import { photographCard } from '../support/card-photos.ts';
import {
  assertActionsAsIssued,
  assertColorsAsIssued,
  ChallengeWatch,
  challengeCodes,
} from '../support/challenge-watch.ts';
import type { Customer } from '../support/customer.ts';
import { portraitPhoto } from '../support/face-photos.ts';
import { firefoxRefusing, firefoxWithCamera } from '../support/firefox.ts';
import { describeJourneys } from '../support/journeys.ts';
import { filmByScript, picturesOf } from '../support/scripted-camera.ts';
import { clipPath } from '../support/shared-data.ts';

const person = 'd13';
const noClips = clipPath(person) ? false : 'the clips of living people are not here';

/** Firefox's own fake camera is what there is. */
const camera = async () => undefined;

/** Where whoever wants to look finds what each step looked like. */
const pictures = fileURLToPath(new URL('../../.cache/journeys/firefox/', import.meta.url));

const reasonOf = (customer: Customer) => customer.page.locator('main').getAttribute('data-reason');

/** Nothing is lost from view at 360x640; the picture is kept. */
async function looksWhole(customer: Customer, name: string): Promise<void> {
  // Playwright's own style sheet, without which it takes no picture, is held back by the page's policy.
  customer.expects(/inline style \(style-src-elem\).*sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA=/s);
  mkdirSync(pictures, { recursive: true });
  await customer.page.screenshot({ path: join(pictures, `${name}.png`) });
  assert.deepEqual(await lostFromView(customer.page), [], name);
}

describeJourneys('In Firefox with its own camera', { camera, engine: firefoxWithCamera }, (town, journey) => {
  journey('a recording of nobody is made, sent, judged, and refused as often as allowed', async () => {
    const issued = await town.apply({ LivenessRetryLimit: 2 });
    const customer = await town.customer();
    await customer.open(issued.VerificationURL);
    await customer.reaches('start');
    await customer.reload();
    await customer.reaches('start');
    await looksWhole(customer, 'start');
    await customer.tap('start');
    await customer.reaches('agreement');
    await looksWhole(customer, 'agreement');
    await customer.reload();
    await customer.agree();
    await customer.reaches('camera');
    await customer.reload();
    await customer.reaches('camera');
    await customer.place('record').waitFor();
    await looksWhole(customer, 'camera');
    await customer.records();
    await customer.reload();
    assert.deepEqual((await town.result(issued.BizToken)).VerificationDetailList, [], 'no try was spent');
    await customer.records();
    await customer.reaches('sending', 'waiting');
    await customer.reload();
    assert.equal(await customer.learnsCode(), 1004);
    await looksWhole(customer, 'result');
    await customer.tap('retry');
    await customer.records();
    assert.equal(await customer.learnsCode(), 16, 'the tries are used up');
    await looksWhole(customer, 'end');
    const { VerificationDetailList, VideoBase64 } = await town.result(issued.BizToken);
    assert.deepEqual(
      VerificationDetailList.map(({ LivenessErrorCode }) => LivenessErrorCode),
      [1004, 1004],
    );
    assert.ok((VideoBase64?.length ?? 0) > 10_000, 'the merchant gets the video');
    await customer.tap('next');
    const back = await customer.arrivesAt(town.merchant.origin);
    assert.equal(back.searchParams.get('token'), issued.BizToken);
  });

  journey('a camera that is pulled out costs nothing, and whoever leaves ends it with 1410', async () => {
    const issued = await town.apply({ SkipPrivacyPolicy: true });
    const customer = await town.customer();
    await customer.comesToCamera(issued.VerificationURL);
    await customer.records();
    // SIMULATED: the camera's track is stopped, upon which Firefox's recorder stops by itself.
    await customer.page.evaluate(
      "for (const track of document.querySelector('video').srcObject.getTracks()) track.stop();",
    );
    await customer.reaches('camera-trouble');
    assert.equal(await reasonOf(customer), 'interrupted');
    await customer.tap('retry');
    await customer.reaches('camera', 'recording');
    await customer.tap('exit');
    await customer.tap('exit-confirm');
    assert.equal(await customer.learnsCode(), 1410);
    assert.deepEqual((await town.result(issued.BizToken)).VerificationDetailList, []);
  });

  journey('the language is chosen on the page, from right to left too', async () => {
    const issued = await town.apply();
    const customer = await town.customer();
    await customer.open(issued.VerificationURL);
    await customer.reaches('start');
    for (const [language, tag] of [
      ['th', 'th'],
      ['zh-tc', 'zh-Hant'],
      ['ar', 'ar'],
    ] as const) {
      await customer.place('language').selectOption(language);
      await customer.page.locator(`html[lang="${tag}"]`).waitFor();
      await looksWhole(customer, `start-${language}`);
    }
    assert.equal(await customer.page.locator('html').getAttribute('dir'), 'rtl');
    await customer.reload();
    await customer.page.locator('html[lang="ar"]').waitFor();
  });

  journey('a hand-over moves it to another device, and the first follows to the result', async () => {
    const issued = await town.apply({ LivenessRetryLimit: 1, SkipPrivacyPolicy: true });
    const first = await town.customer();
    await first.open(issued.VerificationURL);
    await first.reaches('start');
    await first.tap('handover');
    const link = await first.place('handover-link').getAttribute('href', { timeout: 60_000 });
    await looksWhole(first, 'handover');
    const phone = await town.customer();
    await phone.open(link ?? '');
    await phone.reaches('take-over');
    await looksWhole(phone, 'take-over');
    await phone.tap('take-over');
    await phone.reaches('camera');
    await first.reaches('following');
    await phone.records();
    await first.reaches('end');
    await phone.reaches('end');
    assert.equal(await first.learnsCode(), await phone.learnsCode());
  });

  journey('a second tab is told so, and can go on there', async () => {
    const issued = await town.apply({ SkipPrivacyPolicy: true });
    const first = await town.customer();
    await first.comesToCamera(issued.VerificationURL);
    const second = await town.tabOf(first);
    await second.open(issued.VerificationURL);
    await second.reaches('other-tab');
    await second.tap('continue-here');
    await second.reaches('camera');
    await first.reaches('other-tab');
  });

  journey('a card is read from a file, shown and confirmed', async () => {
    const card = await photographCard({
      type: 'HKIDCard',
      layout: '2018',
      portrait: await portraitPhoto('anna'),
    });
    const issued = await town.apply({ CheckMode: 4, IDCardType: 'HKIDCard' });
    const customer = await town.customer();
    await comesToCard(customer, issued.VerificationURL);
    await looksWhole(customer, 'card-camera');
    assert.equal(await sendsFile(customer, card.front), 'card-details', await customer.shown());
    await looksWhole(customer, 'card-details');
    assert.equal((await shownFields(customer)).number, card.truth.fields?.IdNum);
    await customer.tap('card-confirm');
    assert.equal(await customer.learnsCode(), 0);
  });
});

describeJourneys(
  'In Firefox with a person on film',
  { camera, engine: firefoxWithCamera },
  (town, journey) => {
    journey('a card and a living face pass', async () => {
      const card = await photographCard({
        ...{ type: 'HKIDCard', layout: '2018' },
        portrait: await photographPerson(person, 11),
      });
      const issued = await town.apply({ CheckMode: 1, IDCardType: 'HKIDCard', SkipPrivacyPolicy: true });
      const customer = await town.customer();
      await filmByScript(customer, await picturesOf(person));
      await comesToCard(customer, issued.VerificationURL);
      assert.equal(await sendsFile(customer, card.front), 'card-details', await customer.shown());
      await customer.tap('card-confirm');
      await customer.reaches('camera', 'recording');
      await customer.records();
      await looksWhole(customer, 'recording');
      assert.equal(await customer.learnsCode(), 0, await customer.shown());
    });

    journey(
      'where the recorder hands out nothing a film is taken instead, and no try was spent',
      async () => {
        const issued = await town.apply({ LivenessRetryLimit: 1, SkipPrivacyPolicy: true });
        const customer = await town.customer();
        // SIMULATED: as WebKitGTK does where GStreamer lacks an element.
        await customer.page.addInitScript({
          content: `Object.defineProperty(MediaRecorder.prototype, 'ondataavailable', { set() {} });`,
        });
        await customer.comesToCamera(issued.VerificationURL);
        await customer.records();
        await customer.reaches('camera-trouble');
        assert.equal(await reasonOf(customer), 'recording-empty');
        await customer.place('film').waitFor({ state: 'attached' });
        await looksWhole(customer, 'recording-empty');
        await customer.place('film').setInputFiles(clipPath(person) as string);
        assert.equal(await customer.learnsCode(), 0, await customer.shown());
      },
    );

    for (const level of [4, 5]) {
      journey(
        `level ${level}: the screen asks and shines as issued, and each piece is announced`,
        async () => {
          const issued = await town.apply({ SecurityLevel: level, LivenessRetryLimit: 1, ActionList: 'nod' });
          const customer = await town.customer();
          await filmByScript(customer, await picturesOf(person));
          const watch = await ChallengeWatch.on(customer);
          await customer.open(issued.VerificationURL);
          await customer.tap('start');
          await customer.reaches('agreement');
          await customer.page.evaluate('scrollTo(0, 1000)');
          await customer.agree();
          await customer.reaches('light-notice');
          assert.equal(await customer.page.evaluate('scrollY'), 0, 'a screen begins at its top');
          await looksWhole(customer, 'light-notice');
          await customer.tap('light');
          await customer.records();
          await customer.place('prompt').waitFor();
          await looksWhole(customer, `recording-at-${level}`);
          const code = await customer.learnsCode();
          assert.equal(code, 16, await customer.shown());
          const [attempt] = (await town.result(issued.BizToken)).VerificationDetailList;
          assert.ok(challengeCodes.includes(attempt?.LivenessErrorCode), JSON.stringify(attempt));
          assertActionsAsIssued(watch);
          assertColorsAsIssued(watch);
          const announced = customer.calls.filter(
            ({ path, status }) => /chunks$/.test(path) && status === 200,
          );
          assert.ok(announced.length >= 5, `${announced.length} pieces of 500 ms`);
        },
      );
    }
  },
  noClips,
);

describeJourneys(
  'In Firefox that refuses the camera',
  { camera, engine: firefoxRefusing },
  (town, journey) => {
    journey('the page says how to allow it, and no try is spent', async () => {
      const issued = await town.apply();
      const customer = await town.customer();
      await customer.open(issued.VerificationURL);
      await customer.tap('start');
      await customer.agree();
      await customer.reaches('camera-trouble');
      assert.equal(await reasonOf(customer), 'camera-refused');
      await looksWhole(customer, 'camera-refused');
      await customer.tap('retry');
      await customer.reaches('camera-trouble');
      assert.deepEqual((await town.result(issued.BizToken)).VerificationDetailList, []);
    });
  },
);
