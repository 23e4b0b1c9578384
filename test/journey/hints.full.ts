import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { allLanguages, languageTags } from '../../page/verify/languages.ts';
import type { Language } from '../../src/capture/page-shapes.ts';
import { lostFromView, overlappingTargets, smallTargets } from '../access/room-to-use.ts';
import type { Customer } from '../support/customer.ts';
import { describeJourneys, type Town } from '../support/journeys.ts';
import { alone, crowd, filmScenes, type PlacedFace, type Scene } from '../support/scene-film.ts';

const pictures = fileURLToPath(new URL('../../.cache/hints/', import.meta.url));

const anna = (where: Partial<PlacedFace>): Scene => ({
  faces: [{ who: 'anna', x: 0.5, y: 0.5, height: 0.6, ...where }],
});

/** What stands before the camera, as the camera sees it, and what the customer is told. */
const told: Readonly<Record<string, Scene>> = {
  'no-face': { faces: [] },
  'too-far': anna({ height: 0.26 }),
  'too-near': anna({ height: 0.98 }),
  left: anna({ x: 0.27, height: 0.5 }),
  right: anna({ x: 0.73, height: 0.5 }),
  down: anna({ y: 0.18, height: 0.5 }),
  up: anna({ y: 0.84, height: 0.5 }),
  'two-people': crowd,
  'hold-still': { ...alone, roundPixels: 40 },
  blurred: { ...alone, blurPixels: 10 },
  'too-dark': { ...alone, light: 0.22 },
  'too-bright': { ...alone, light: 4 },
};

const languages: readonly Language[] = ['en', 'fil', 'th', 'ar'];

async function speaks(customer: Customer, language: Language): Promise<void> {
  await customer.place('language').selectOption(language);
  await customer.page.locator(`html[lang="${languageTags[language]}"]`).waitFor();
}

/** Runs before the page's program: the one camera under two names, as a phone has two in front. */
const twoCameras = `{
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.enumerateDevices = async () =>
    ['first', 'second'].map((deviceId) => ({ kind: 'videoinput', deviceId, label: 'Front ' + deviceId }));
  mediaDevices.getUserMedia = async ({ video }) => {
    const stream = await real({ video: true });
    const [track] = stream.getVideoTracks();
    const settings = track.getSettings();
    track.getSettings = () => ({ ...settings, deviceId: video.deviceId?.exact ?? 'first' });
    return stream;
  };
}`;

/** The hint in several languages by day and by night: nothing is cut off, small, or over another. Pictures are left to be looked at. */
async function assertFits(customer: Customer, name: string, hint?: string): Promise<void> {
  const { page } = customer;
  mkdirSync(pictures, { recursive: true });
  for (const language of languages) {
    await speaks(customer, language);
    if (hint) await hears(customer, hint);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${pictures}${name}-${language}-${colorScheme}.png` });
    }
    const small = [...(await smallTargets(page)), ...(await overlappingTargets(page))];
    assert.deepEqual([...(await lostFromView(page)), ...small], [], `${name} in ${language}`);
  }
}

/** The offer to start by hand has the room that was kept for it, so that the picture stays where it was. */
async function assertPictureStays(customer: Customer): Promise<void> {
  const tooHigh: string[] = [];
  for (const language of allLanguages) {
    await speaks(customer, language);
    const isKept = await customer.page.evaluate(`{
      const actions = document.querySelector('.actions');
      actions.offsetHeight <= Math.ceil(parseFloat(getComputedStyle(actions).minHeight));
    }`);
    if (!isKept) tooHigh.push(language);
  }
  assert.deepEqual(tooHigh, []);
}

/** In the mirror, at the height of the eyes: whether the wall is seen on the left and on the right of the oval. */
async function wallSeen(customer: Customer): Promise<{ readonly left: boolean; readonly right: boolean }> {
  const shot = sharp(await customer.page.locator('video').screenshot()).removeAlpha();
  const { data, info } = await shot.raw().toBuffer({ resolveWithObject: true });
  const isWall = (across: number) => {
    const at = 3 * (Math.round(0.46 * info.height) * info.width + Math.round(across * info.width));
    return Math.hypot(data[at]! - 0x7d, data[at + 1]! - 0x88, data[at + 2]! - 0x94) < 24;
  };
  return { left: isWall(0.2), right: isWall(0.8) };
}

let filmPath = '';
const camera = async (path: string) => {
  filmPath = path;
  await filmScenes([{ scene: alone, seconds: 1 }], path);
};

/** A customer before whose camera it looks like this. The browser reads the file anew each time that it opens its camera. */
async function before(
  town: Town,
  scenes: Parameters<typeof filmScenes>[0],
  config: Record<string, unknown> = {},
): Promise<Customer> {
  await filmScenes(scenes, filmPath);
  const issued = await town.apply({ SkipPrivacyPolicy: true, ...config });
  const customer = await town.customer({ viewport: { width: 360, height: 640 } });
  await customer.page.addInitScript({ content: twoCameras });
  await customer.comesToCamera(issued.VerificationURL);
  return customer;
}

const hintOf = (customer: Customer, hint: string) => customer.page.locator(`[data-hint="${hint}"]`);

/** Waits for a hint. A machine that is busy with other work may be taken for a phone too slow for the detector: then once more. */
async function hears(customer: Customer, hint: string): Promise<void> {
  for (let triesLeft = 3; ; triesLeft--) {
    const isTold = await hintOf(customer, hint)
      .waitFor({ timeout: 20_000 })
      .then(() => true)
      .catch(() => false);
    if (isTold) return;
    if (triesLeft === 0) throw new Error(`never told "${hint}"; the page shows: ${await customer.shown()}`);
    await customer.reload();
    // Without the detector whoever stands aside is filmed.
    if ((await customer.reaches('camera', 'recording', 'result')) === 'result') await customer.tap('retry');
  }
}

describeJourneys('What the camera shows', { camera }, (town, journey) => {
  for (const [hint, scene] of Object.entries(told))
    journey(`is told as "${hint}", in words that fit`, async () => {
      const customer = await before(town, [{ scene, seconds: 1 }]);
      await hears(customer, hint);
      // With the offer to start by hand, which comes after six seconds, there is the least room.
      await customer.place('record').waitFor();
      assert.equal(await hintOf(customer, hint).count(), 1);
      await customer.place('change-camera').waitFor();
      await assertFits(customer, hint, hint);
      await assertPictureStays(customer);
    });

  journey('is told before a check by light too', async () => {
    const customer = await before(town, [{ scene: told.left!, seconds: 1 }], { SecurityLevel: 4 });
    await hears(customer, 'left');
    await customer.place('record').waitFor();
    await assertFits(customer, 'left-light', 'left');
  });

  for (const language of languages)
    journey(`is filmed in ${language} where it is good`, async () => {
      const customer = await before(town, [{ scene: alone, seconds: 1 }], { Language: language });
      await customer.reaches('recording');
      await customer.page.locator('.countdown').waitFor();
      await customer.page.screenshot({ path: `${pictures}recording-${language}.png` });
      assert.deepEqual(await lostFromView(customer.page), []);
    });

  for (const [hint, x, wall] of [
    ['left', 0.27, { left: true, right: false }],
    ['right', 0.78, { left: false, right: true }],
  ] as const)
    journey(
      `sends a face to the ${hint}, where in the mirror there is room, and whoever follows is filmed`,
      async () => {
        const aside = { scene: anna({ x, height: 0.5 }), seconds: 6 };
        const customer = await before(town, [aside, { scene: alone, seconds: 20 }]);
        await hears(customer, hint);
        assert.deepEqual(await wallSeen(customer), wall);
        await customer.reaches('recording');
      },
    );

  journey('is a second person: the recording is stopped, in words that fit', async () => {
    const customer = await before(town, [{ scene: crowd, seconds: 1 }]);
    await hears(customer, 'two-people');
    await customer.records();
    await customer.reaches('camera-trouble');
    assert.equal(await customer.page.locator('main').getAttribute('data-reason'), 'two-people');
    await assertFits(customer, 'stopped');
  });
});
