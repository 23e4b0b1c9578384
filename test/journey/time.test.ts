import assert from 'node:assert/strict';
import { filmPhoto } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';

describeJourneys('A customer who takes too long', { camera: filmPhoto }, (town, journey) => {
  journey('over one try has spent it, and the merchant sees 1409', async () => {
    // Shorter than the recording: the clock runs out while it is made.
    const issued = await town.apply({ LivenessTimeout: 2, LivenessRetryLimit: 2 });
    const customer = await town.customer();
    customer.expects(/status of 409/);
    await customer.comesToCamera(issued.VerificationURL);
    await customer.records();
    assert.equal(await customer.learnsCode(), 1409);
    assert.match(await customer.place('attempts-left').innerText(), /\b1\b/, 'it was charged');
    const result = await town.result(issued.BizToken);
    assert.equal(result.ErrorCode, null);
    const [attempt] = result.VerificationDetailList;
    assert.deepEqual([attempt?.ErrorCode, attempt?.LivenessErrorCode], [1409, 1409]);
    assert.deepEqual([attempt?.CompareErrorCode, attempt?.Similarity], [null, null]);
    assert.deepEqual([result.VideoBase64, result.BestFrameBase64], [null, null]);
  });
});
