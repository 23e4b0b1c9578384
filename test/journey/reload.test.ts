import assert from 'node:assert/strict';
import { filmPhoto } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';

describeJourneys('A page that is reloaded', { camera: filmPhoto }, (town, journey) => {
  journey('at every step goes on where it was, and costs no try', async () => {
    // One try alone: if any reload were charged, there would be no verdict at the end.
    const issued = await town.apply({ LivenessRetryLimit: 1 });
    const customer = await town.customer();
    const { page } = customer;
    await customer.open(issued.VerificationURL);
    await customer.reaches('start');
    await customer.reload();
    await customer.reaches('start');
    await customer.tap('start');
    await customer.reaches('agreement');
    await customer.reload();
    await customer.agree();
    await customer.reaches('camera');
    await customer.reload();
    await customer.reaches('camera', 'recording');
    await customer.records();
    await customer.reload();
    await customer.reaches('camera', 'recording');
    assert.deepEqual((await town.result(issued.BizToken)).VerificationDetailList, []);
    await customer.records();
    // Held, so that the page is surely reloaded while its bytes travel; `upload.test.ts` cuts it off in the middle.
    const held = Promise.withResolvers<void>();
    await page.route('**/verify/api/attempts/*/video', () => held.resolve());
    await customer.reaches('sending');
    await held.promise;
    await page.unroute('**/verify/api/attempts/*/video');
    await customer.reload();
    await customer.reaches('waiting', 'end');
    await customer.reload();
    assert.equal(await customer.learnsCode(), 16);
    await customer.reload();
    assert.equal(await customer.learnsCode(), 16);
    const result = await town.result(issued.BizToken);
    assert.equal(result.VerificationDetailList.length, 1);
    await customer.tap('next');
    await customer.arrivesAt(town.merchant.origin);
  });

  journey('after a failed try still shows why, and lets try again', async () => {
    const issued = await town.apply({ SkipPrivacyPolicy: true });
    const customer = await town.customer();
    await customer.comesToCamera(issued.VerificationURL);
    await customer.records();
    const code = await customer.learnsCode();
    await customer.reload();
    assert.equal(await customer.learnsCode(), code);
    await customer.tap('retry');
    await customer.reaches('camera');
    await customer.tap('exit');
    await customer.reload();
    await customer.reaches('result');
  });
});
