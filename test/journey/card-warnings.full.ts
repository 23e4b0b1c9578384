import assert from 'node:assert/strict';
import sharp from 'sharp';
import type { Attack } from '../../src/specimen/camera/shot.ts';
import { filmEmptyRoom } from '../support/camera-file.ts';
import { cardEntry } from '../support/card-answer.ts';
import { comesToCard, sendsFile, stopReason } from '../support/card-customer.ts';
import { photographCard } from '../support/card-photos.ts';
import { describeJourneys } from '../support/journeys.ts';

const photoOf = async (seed: number, attack?: Attack) =>
  (await photographCard({ type: 'HKIDCard', layout: '2018', seed, ...(attack && { attack }) })).front;

/** The right end of the card, its number with it, lies outside of the photo. */
async function cutOff(): Promise<Buffer> {
  const photo = sharp(await photoOf(1));
  const { width, height } = await photo.metadata();
  return photo.extract({ left: 0, top: 0, width: Math.round(0.7 * width), height }).toBuffer();
}

/** What is wrong with the photo, the code that the merchant sees, why the page says it stopped, and what it asks for. */
const cases: readonly (readonly [
  name: string,
  photo: () => Promise<Buffer>,
  code: number,
  reason: string,
  asks: RegExp,
])[] = [
  ['cut off', cutOff, -9101, 'border', /Take a new photo/],
  ['with a lamp in it', () => photoOf(2, 'glare'), -9107, 'glare', /Take a new photo/],
  ['blurred', () => photoOf(1, 'blurred'), -9108, 'blur', /Take a new photo/],
  ['of a photocopy', () => photoOf(3, 'photocopy'), -9102, 'copy', /Use another document/],
  ['of a screen', () => photoOf(1, 'screen'), -9103, 'screen', /Use another document/],
];

describeJourneys('A photo of a card', { camera: filmEmptyRoom }, (town, journey) => {
  for (const [name, photo, code, reason, asks] of cases) {
    journey(`${name} is stopped with words of its own, and another one may follow`, async () => {
      const issued = await town.apply({ CheckMode: 4, SkipPrivacyPolicy: true });
      const customer = await town.customer();
      await comesToCard(customer, issued.VerificationURL);
      assert.equal(await sendsFile(customer, await photo()), 'card-stopped', await customer.shown());
      assert.equal(await stopReason(customer), reason);
      assert.match(await customer.place('card-retake').innerText(), asks);
      const entry = await cardEntry(town, issued.BizToken);
      assert.deepEqual([entry.IsPass, entry.WarnCardInfos.includes(code)], [false, true]);
      await customer.tap('card-retake');
      assert.equal(await sendsFile(customer, await photoOf(1)), 'card-details', await customer.shown());
      const { IsPass, RequestId } = await cardEntry(town, issued.BizToken);
      assert.equal(IsPass, true);
      assert.notEqual(RequestId, entry.RequestId);
    });
  }
});
