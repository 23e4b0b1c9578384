import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { filmEmptyRoom } from '../support/camera-file.ts';
import type { Customer } from '../support/customer.ts';
import { describeJourneys, type Town } from '../support/journeys.ts';

const view =
  'Mozilla/5.0 (Linux; Android 13; SM-A135F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36';
const agents = {
  weChat: `${view} MicroMessenger/8.0.49 NetType/WIFI`,
  instagram: `${view} Instagram 350.0.0.0 Android`,
} as const;

/** SIMULATED: the browser of an app, which gives no camera and lets no page copy. */
const poor = `
  Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
  document.execCommand = () => false;
`;

/** SIMULATED: a camera without a telling name whose pictures have no colour, beside two names for the real one. */
const infraredFirst = `
  window.opened = [];
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);
  const grey = () => {
    const canvas = document.createElement('canvas');
    canvas.width = 480;
    canvas.height = 640;
    const context = canvas.getContext('2d');
    setInterval(() => {
      context.fillStyle = '#787878';
      context.fillRect(0, 0, 480, 640);
    }, 50);
    return canvas.captureStream(20);
  };
  mediaDevices.enumerateDevices = async () =>
    ['grey', 'colour', 'other'].map((deviceId) => ({ kind: 'videoinput', deviceId, label: 'Camera' }));
  mediaDevices.getUserMedia = async ({ video }) => {
    const name = video.deviceId?.exact ?? video.deviceId?.ideal ?? 'grey';
    window.opened.push(name);
    const stream = name === 'grey' ? grey() : await real({ video: true });
    const [track] = stream.getVideoTracks();
    const settings = track.getSettings();
    track.getSettings = () => ({ ...settings, deviceId: name, facingMode: undefined, width: 480, height: 640 });
    return stream;
  };
`;

async function inApp(town: Town, userAgent: string): Promise<Customer> {
  const customer = await town.customer({ userAgent });
  await customer.page.addInitScript({ content: poor });
  return customer;
}

/** Waits until these cameras were opened, in this order, and the last one was found good. */
async function opens(customer: Customer, ...cameras: readonly string[]): Promise<void> {
  const seen = () =>
    customer.page.evaluate('opened.join() + ": " + localStorage.getItem("selfsame-camera-face")');
  const wanted = `${cameras.join()}: ${cameras.at(-1)}`;
  for (let look = 0; look < 300 && (await seen()) !== wanted; look++) await sleep(100);
  assert.equal(await seen(), wanted);
}

const reasonOf = (customer: Customer) => customer.page.locator('main').getAttribute('data-reason');
const posts = ({ calls }: Customer) => calls.filter(({ method }) => method !== 'GET');

describeJourneys('A browser that cannot film', { camera: filmEmptyRoom }, (town, journey) => {
  journey('inside an app is sent to a better one by the link it has, and binds nothing', async () => {
    const issued = await town.apply({ SecurityLevel: 3, AutoDowngrade: 2 });
    const customer = await inApp(town, agents.weChat);
    await customer.open(issued.VerificationURL);
    await customer.reaches('camera-trouble');
    await customer.place('leave-menu').waitFor();
    assert.match(await customer.shown(), /does not work inside WeChat.*top right.*Open in browser/);
    assert.equal(await customer.place('handover-link').getAttribute('href'), issued.VerificationURL);
    assert.equal(await customer.place('leave-go').count(), 0, 'WeChat holds such links back');
    assert.equal(await customer.place('stay-in-app').count(), 0);
    await customer.tap('handover-copy');
    await customer.place('copy-by-hand').waitFor();
    assert.deepEqual(posts(customer), []);
    const browser = await town.customer();
    await browser.comesToCamera(issued.VerificationURL);
  });

  journey('on Android has a link that leaves the app; whoever stays may hand over a file', async () => {
    const issued = await town.apply({ SkipPrivacyPolicy: true });
    const customer = await inApp(town, agents.instagram);
    await customer.open(issued.VerificationURL);
    await customer.reaches('camera-trouble');
    const exit = await customer.place('leave-go').getAttribute('href');
    assert.match(exit ?? '', /^intent:\/\/localhost:\d+\/verify\?token=.*#Intent;scheme=http;/);
    await customer.tap('stay-in-app');
    await customer.reaches('start');
    await customer.tap('start');
    await customer.reaches('camera-trouble');
    assert.equal(await reasonOf(customer), 'no-camera-support');
    await customer.place('film').waitFor({ state: 'attached' });
    // Bound by now: another browser needs a link that moves the binding, and the app's menu opens just that.
    await customer.tap('handover');
    await customer.place('leave-menu').waitFor();
    const link = await customer.place('handover-link').getAttribute('href');
    assert.match(link ?? '', /handover=/);
    assert.equal(customer.page.url(), link);
    const browser = await town.customer();
    await browser.open(link ?? '');
    await browser.reaches('take-over');
    await browser.tap('take-over');
    await browser.reaches('camera');
  });

  journey('although it is inside an app, goes on without a word where it can', async () => {
    const issued = await town.apply();
    const customer = await town.customer({ userAgent: agents.weChat });
    await customer.comesToCamera(issued.VerificationURL);
    assert.ok(customer.steps.every(({ step }) => step !== 'camera-trouble'));
  });

  journey('without any camera, as a desktop may be, is offered the phone first', async () => {
    const issued = await town.apply({ SkipPrivacyPolicy: true });
    const desktop = await town.customer({ viewport: { width: 1280, height: 800 }, isMobile: false });
    await desktop.page.addInitScript({
      content: 'navigator.mediaDevices.enumerateDevices = async () => [];',
    });
    await desktop.open(issued.VerificationURL);
    await desktop.reaches('start');
    await desktop.place('no-camera').waitFor();
    await desktop.tap('handover');
    const link = await desktop.place('handover-link').getAttribute('href', { timeout: 60_000 });
    const phone = await town.customer();
    await phone.open(link ?? '');
    await phone.reaches('take-over');
    await phone.tap('take-over');
    await phone.reaches('camera');
    await desktop.reaches('following');
  });

  journey('but an infrared camera first takes the next one, and knows it again', async () => {
    const issued = await town.apply({ SkipPrivacyPolicy: true });
    const customer = await town.customer();
    await customer.page.addInitScript({ content: infraredFirst });
    await customer.comesToCamera(issued.VerificationURL);
    await opens(customer, 'grey', 'colour');
    await customer.reload();
    await customer.reaches('camera');
    await opens(customer, 'colour');
  });

  journey(
    'takes another camera at a tap or a key, never the infrared one, and knows the choice again',
    async () => {
      const issued = await town.apply({ SkipPrivacyPolicy: true });
      const customer = await town.customer();
      await customer.page.addInitScript({ content: infraredFirst });
      await customer.comesToCamera(issued.VerificationURL);
      await opens(customer, 'grey', 'colour');
      await customer.tap('change-camera');
      await opens(customer, 'grey', 'colour', 'other');
      await customer.place('change-camera').press('Enter');
      await opens(customer, 'grey', 'colour', 'other', 'grey', 'colour');
      await customer.tap('change-camera');
      await opens(customer, 'grey', 'colour', 'other', 'grey', 'colour', 'other');
      await customer.reload();
      await customer.reaches('camera');
      await opens(customer, 'other');
    },
  );
});
