import assert from 'node:assert/strict';
import { filmPhoto } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';

const setting = { camera: filmPhoto, server: ['--window-seconds', '90'] };

describeJourneys('A customer whose window closes', setting, (town, journey) => {
  journey('between two tries leaves the code of the last', async () => {
    const issued = await town.apply();
    const customer = await town.customer();
    await customer.comesToCamera(issued.VerificationURL);
    await customer.records();
    const code = await customer.learnsCode();
    await customer.reaches('end');
    assert.equal(await customer.learnsCode(), 15);
    const result = await town.result(issued.BizToken);
    assert.equal(result.ErrorCode, code);
    assert.equal(result.VerificationDetailList.length, 1);
  });

  journey('to begin is told that it is over, without being touched, and the merchant sees 1409', async () => {
    const issued = await town.apply();
    const [waiting, absent] = [await town.customer(), await town.customer()];
    await waiting.open(issued.VerificationURL);
    await waiting.reaches('start');
    await waiting.tap('start');
    await waiting.reaches('agreement');
    await waiting.reaches('end');
    assert.equal(await waiting.learnsCode(), 15);
    const result = await town.result(issued.BizToken);
    assert.deepEqual([result.ErrorCode, result.VerificationDetailList], [1409, []]);
    await absent.open(issued.VerificationURL);
    assert.equal(await absent.learnsCode(), 15);
    await waiting.tap('next');
    await waiting.arrivesAt(town.merchant.origin);
  });
});
