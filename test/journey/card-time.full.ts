import assert from 'node:assert/strict';
import sharp from 'sharp';
import { filmEmptyRoom } from '../support/camera-file.ts';
import { cardAnswer, cardEntry } from '../support/card-answer.ts';
import { comesToCard, sendsFile, stopReason } from '../support/card-customer.ts';
import { photographCard } from '../support/card-photos.ts';
import { describeJourneys } from '../support/journeys.ts';

const hongKong = { type: 'HKIDCard', layout: '2018' } as const;

/** The shortest window that the server takes is 60 s; on a busy machine a card needs more of it. */
const setting = { camera: filmEmptyRoom, server: ['--window-seconds', '75'] };

describeJourneys('A customer with a card whose window closes', setting, (town, journey) => {
  journey('is told so without touching anything, and the merchant sees 1409 and the card', async () => {
    const { front, truth } = await photographCard(hongKong);
    const glaring = await photographCard({ ...hongKong, seed: 2, attack: 'glare' });
    const [good, bad] = [await town.apply({ CheckMode: 4 }), await town.apply({ CheckMode: 1 })];
    const [reader, stopped] = [await town.customer(), await town.customer()];
    await comesToCard(reader, good.VerificationURL);
    assert.equal(await sendsFile(reader, front), 'card-details', await reader.shown());
    await comesToCard(stopped, bad.VerificationURL);
    assert.equal(await sendsFile(stopped, glaring.front), 'card-stopped', await stopped.shown());
    for (const [customer, { BizToken }] of [
      [reader, good],
      [stopped, bad],
    ] as const) {
      await customer.reaches('end');
      assert.equal(await customer.learnsCode(), 15);
      const { ErrorCode, VerificationDetailList } = await cardAnswer(town, BizToken);
      assert.deepEqual([ErrorCode, VerificationDetailList], [1409, []]);
      assert.equal((await cardEntry(town, BizToken)).IsPass, false);
    }
    assert.deepEqual((await cardEntry(town, good.BizToken)).CardInfo, { HKIDCard: truth.fields });
    assert.ok((await cardEntry(town, bad.BizToken)).WarnCardInfos.includes(-9107));
  });
});

describeJourneys('A customer of great patience', { camera: filmEmptyRoom }, (town, journey) => {
  journey('may take twenty photos, and is then told how to go on without', async () => {
    const wall = { create: { width: 640, height: 480, channels: 3, background: '#7f8c5a' } } as const;
    const photo = await sharp(wall).jpeg().toBuffer();
    const issued = await town.apply({ CheckMode: 4 });
    const customer = await town.customer();
    await comesToCard(customer, issued.VerificationURL);
    for (let nth = 1; nth <= 20; nth++) {
      assert.equal(await sendsFile(customer, photo), 'card-stopped');
      assert.equal(await stopReason(customer), 'no-card');
      assert.equal(await customer.place('card-leave').count(), nth < 3 ? 0 : 1);
      if (nth === 20) break;
      await customer.tap('card-retake');
      await customer.reaches('card-camera');
    }
    assert.equal(await customer.place('card-retake').count(), 0);
    await customer.reload();
    await customer.reaches('card-stopped');
    assert.match(await customer.place('card-leave-text').innerText(), /No more photos/);
    await customer.tap('card-leave');
    await customer.tap('exit-confirm');
    assert.equal(await customer.learnsCode(), 1410);
  });
});
