import assert from 'node:assert/strict';
import { filmPhoto } from '../support/camera-file.ts';
import type { Customer } from '../support/customer.ts';
import { describeJourneys } from '../support/journeys.ts';

/** Back, as the browser's button does it. */
const back = (customer: Customer) => customer.page.evaluate('history.back()');

describeJourneys('The browser’s Back', { camera: filmPhoto }, (town, journey) => {
  journey('asks whether to leave wherever something is under way, and loses nothing', async () => {
    const issued = await town.apply({ LivenessRetryLimit: 1 });
    const customer = await town.customer();
    await customer.open(`${town.merchant.origin}/`);
    await customer.open(issued.VerificationURL);
    await customer.reaches('start');
    await customer.tap('start');
    await customer.reaches('agreement');
    await back(customer);
    await customer.reaches('exit');
    // Who presses it once more does leave, and finds all as it was.
    await back(customer);
    await customer.arrivesAt(town.merchant.origin);
    await customer.page.goForward();
    await customer.agree();
    await customer.reaches('camera', 'recording');
    await back(customer);
    await customer.reaches('exit');
    await customer.tap('exit-back');
    await customer.reaches('camera', 'recording');
    await customer.records();
    await back(customer);
    await customer.reaches('exit');
    await customer.tap('exit-back');
    await customer.reaches('camera', 'recording');
    assert.deepEqual((await town.result(issued.BizToken)).VerificationDetailList, [], 'nothing was charged');
    await customer.records();
    await customer.reaches('sending', 'waiting', 'end');
    await customer.reaches('end');
    assert.equal(await customer.learnsCode(), 16);
  });
});
