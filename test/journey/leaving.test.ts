import assert from 'node:assert/strict';
import { filmPhoto } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';

describeJourneys('A customer who leaves', { camera: filmPhoto }, (town, journey) => {
  journey('is asked twice, may stay, and ends it with 1410', async () => {
    const issued = await town.apply();
    const customer = await town.customer();
    await customer.comesToCamera(issued.VerificationURL);
    await customer.tap('exit');
    await customer.reaches('exit');
    await customer.tap('exit-back');
    await customer.reaches('camera', 'recording');
    assert.equal((await town.result(issued.BizToken)).ErrorCode, null);
    await customer.tap('exit');
    await customer.tap('exit-confirm');
    assert.equal(await customer.learnsCode(), 1410);
    const result = await town.result(issued.BizToken);
    assert.deepEqual([result.ErrorCode, result.VerificationDetailList], [1410, []]);
    assert.deepEqual([result.VideoBase64, result.BestFrameBase64], [null, null]);
    await customer.reload();
    assert.equal(await customer.learnsCode(), 1410, 'the link cannot be used again');
    await customer.tap('next');
    const back = await customer.arrivesAt(town.merchant.origin);
    assert.equal(back.searchParams.get('token'), issued.BizToken);
  });

  journey('may do so before anything else', async () => {
    const issued = await town.apply();
    const customer = await town.customer();
    await customer.open(issued.VerificationURL);
    await customer.reaches('start');
    await customer.tap('exit');
    await customer.tap('exit-confirm');
    assert.equal(await customer.learnsCode(), 1410);
    assert.equal((await town.result(issued.BizToken)).ErrorCode, 1410);
  });

  journey('after a try leaves that try to the merchant', async () => {
    const issued = await town.apply();
    const customer = await town.customer();
    await customer.comesToCamera(issued.VerificationURL);
    await customer.records();
    const code = await customer.learnsCode();
    await customer.tap('exit');
    await customer.tap('exit-confirm');
    await customer.reaches('end');
    const result = await town.result(issued.BizToken);
    assert.equal(result.ErrorCode, 1410);
    assert.deepEqual(
      result.VerificationDetailList.map(({ ErrorCode }) => ErrorCode),
      [code],
    );
    assert.ok((result.VideoBase64?.length ?? 0) > 10_000, 'with its video');
  });
});
