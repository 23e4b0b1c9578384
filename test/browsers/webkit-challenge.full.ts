import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ShownChallenge } from '../../src/capture/page-shapes.ts';
import {
  assertActionsAsIssued,
  assertColorsAsIssued,
  ChallengeWatch,
  challengeCodes,
  type Painted,
  watchScreen,
} from '../support/challenge-watch.ts';
import { onlyAttempt } from '../support/only-attempt.ts';
import { picturesOf, scriptedCamera } from '../support/scripted-camera.ts';
import { clipPath } from '../support/shared-data.ts';
import type { WebKitCustomer } from '../support/webkit-customer.ts';
import { describeInWebKit } from '../support/webkit-town.ts';

const person = 'd13';
const noClips = clipPath(person) ? false : 'the clips of living people are not here';

/**
 * SIMULATED: stands in the place of a recorder, which WebKitGTK lacks here, and hands out a film's bytes piece by piece. What
 * Safari's own recorder makes is not seen by this.
 */
const standInRecorder = `window.MediaRecorder = class extends EventTarget {
  static isTypeSupported(type) { return type.startsWith('video/mp4'); }
  state = 'inactive';
  ondataavailable = null;
  left = film;
  hand(count) {
    const piece = this.left.slice(0, count);
    this.left = this.left.slice(count);
    this.ondataavailable?.({ data: new Blob([piece], { type: 'video/mp4' }) });
  }
  start(everyMs) {
    this.state = 'recording';
    setTimeout(() => this.dispatchEvent(new Event('start')));
    if (everyMs) this.timer = setInterval(() => this.hand(40000), everyMs);
  }
  stop() {
    this.state = 'inactive';
    clearInterval(this.timer);
    setTimeout(() => {
      this.hand(this.left.length);
      this.dispatchEvent(new Event('stop'));
    });
  }
};`;

/** Keeps what was issued and how each piece was answered, as the page's own calls bring it. */
const listenToCalls = `{
  const real = window.fetch;
  window.fetch = async (...call) => {
    const answer = await real(...call);
    const { pathname } = new URL(answer.url);
    if (/\\/attempts$/.test(pathname)) window.issued = (await answer.clone().json()).attempt?.challenge;
    if (/\\/chunks$/.test(pathname) && answer.ok) window.announced += 1;
    return answer;
  };
}`;

/** Before the camera is opened, in a page that has begun. */
async function setStage({ driver }: WebKitCustomer): Promise<void> {
  const film = readFileSync(clipPath(person) as string).toString('base64');
  const script = `((pictures, film64) => {
    const film = Uint8Array.from(atob(film64), (sign) => sign.charCodeAt(0));
    window.painted = [];
    window.announced = 0;
    const filmPictures = async () => pictures;
    const tellPainted = (painted) => window.painted.push(painted);
    ${standInRecorder}
    ${listenToCalls}
    ${scriptedCamera}
    ${watchScreen}
  })(...arguments)`;
  await driver.evaluate(script, [await picturesOf(person), film]);
}

async function watchOf({ driver }: WebKitCustomer): Promise<ChallengeWatch> {
  const watch = new ChallengeWatch();
  const { actions, colors } = (await driver.evaluate('window.issued')) as ShownChallenge;
  Object.assign(watch, { actions, colors });
  watch.painted.push(...((await driver.evaluate('window.painted')) as Painted[]));
  return watch;
}

describeInWebKit('A challenge in WebKitGTK', (town, journey) => {
  journey(
    'level 4: the screen asks and shines as issued, and each piece is announced',
    async () => {
      const issued = await town.apply({ SecurityLevel: 4, LivenessRetryLimit: 1, ActionList: 'nod' });
      const customer = await town.customerAt(issued.VerificationURL);
      await customer.reaches('start');
      await setStage(customer);
      await customer.tap('start');
      await customer.tap('light');
      await customer.reaches('camera', 'recording');
      await customer.looksWhole('camera');
      await customer.reaches('recording');
      await customer.driver.until("document.querySelector('main').classList.contains('lit')", () =>
        customer.shown(),
      );
      await customer.looksWhole('recording-at-4');
      await customer.reaches('sending', 'waiting', 'end');
      const watch = await watchOf(customer);
      await customer.learnsCode();
      assertActionsAsIssued(watch);
      assertColorsAsIssued(watch);
      assert.ok(Number(await customer.driver.evaluate('announced')) >= 5, 'pieces of 500 ms');
      const attempt = await onlyAttempt(town, issued.BizToken);
      assert.ok(challengeCodes.includes(attempt.LivenessErrorCode), JSON.stringify(attempt));
      assert.equal(attempt.AppliedSecurityLevel, 4);
      return customer;
    },
    noClips,
  );
});
