import assert from 'node:assert/strict';
import { filmPhoto } from '../support/camera-file.ts';
import type { Customer } from '../support/customer.ts';
import { describeJourneys, type Town } from '../support/journeys.ts';

const reasonOf = (customer: Customer) => customer.page.locator('main').getAttribute('data-reason');

/** Keeps the streams that the page opens, and refuses any wish for sound as a machine without a microphone does. */
const withoutMicrophone = `
  window.streams = [];
  window.wishesForSound = 0;
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wish) => {
    if (wish.audio) {
      window.wishesForSound += 1;
      throw new DOMException('no microphone', 'NotFoundError');
    }
    const stream = await real(wish);
    window.streams.push(stream);
    return stream;
  };
`;

/** SIMULATED: the page is told that it is hidden, as by another app or a call, and later that it is back. */
const hide = (isHidden: boolean) => `
  Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
`;

async function recording(town: Town, config: Record<string, unknown> = {}) {
  const issued = await town.apply({ SkipPrivacyPolicy: true, LivenessRetryLimit: 1, ...config });
  const customer = await town.customer();
  await customer.page.addInitScript({ content: withoutMicrophone });
  await customer.comesToCamera(issued.VerificationURL);
  await customer.records();
  return { customer, bizToken: issued.BizToken };
}

/** One tap leads back to the camera, and nothing was charged. */
async function goesOn(town: Town, customer: Customer, bizToken: string): Promise<void> {
  assert.equal(await reasonOf(customer), 'interrupted');
  assert.match(await customer.shown(), /does not count/);
  assert.deepEqual((await town.result(bizToken)).VerificationDetailList, []);
  await customer.tap('retry');
  await customer.reaches('camera', 'recording');
}

describeJourneys('A recording that is interrupted', { camera: filmPhoto }, (town, journey) => {
  journey('by a camera that is pulled out stops, uncharged, and goes on with one tap', async () => {
    const { customer, bizToken } = await recording(town);
    // SIMULATED: a file cannot be pulled out; the track ends and says so, as one of a real camera does.
    await customer.page.evaluate(
      'for (const t of streams.at(-1).getTracks()) { t.stop(); t.dispatchEvent(new Event("ended")); }',
    );
    await customer.reaches('camera-trouble');
    await goesOn(town, customer, bizToken);
  });

  journey('by a call that takes the camera, or a page that is hidden, likewise', async () => {
    const { customer, bizToken } = await recording(town);
    await customer.page.evaluate('streams.at(-1).getTracks()[0].dispatchEvent(new Event("mute"))');
    await customer.reaches('camera-trouble');
    await goesOn(town, customer, bizToken);
    await customer.records();
    await customer.page.evaluate(hide(true));
    await customer.reaches('camera-trouble');
    await customer.page.evaluate(hide(false));
    await goesOn(town, customer, bizToken);
  });

  journey(
    'by nothing, on a machine without a microphone, is whole and was never asked for sound',
    async () => {
      const { customer, bizToken } = await recording(town);
      assert.equal(await customer.learnsCode(), 16);
      assert.equal(await customer.page.evaluate('wishesForSound'), 0);
      const [attempt] = (await town.result(bizToken)).VerificationDetailList;
      assert.equal(attempt?.LivenessErrorCode, 1002, 'a photo, seen to its end');
    },
  );
});
