import assert from 'node:assert/strict';
import { filmPhoto } from '../support/camera-file.ts';
import { portraitPhoto } from '../support/face-photos.ts';
import { describeJourneys } from '../support/journeys.ts';

describeJourneys('A photo held before the camera', { camera: filmPhoto }, (town, journey) => {
  journey('is refused although it is of the right person, as often as the merchant lets try', async (t) => {
    const photo = Buffer.from(await portraitPhoto('annaAgain')).toString('base64');
    const issued = await town.apply({ CheckMode: 2, LivenessRetryLimit: 2 }, { CompareImageBase64: photo });
    const customer = await town.customer();
    await customer.comesToCamera(issued.VerificationURL);
    await customer.records();
    const first = await customer.learnsCode();
    t.diagnostic(`the first try was refused with ${first}`);
    assert.ok([1002, 1003].includes(first), `refused with ${first}`);
    assert.match(await customer.place('attempts-left').innerText(), /\b1\b/);
    const between = await town.result(issued.BizToken);
    assert.equal(between.ErrorCode, null, 'the verification is not over');
    assert.equal(between.VerificationDetailList.length, 1);

    await customer.tap('retry');
    await customer.records();
    assert.equal(await customer.learnsCode(), 16, 'the page says that the tries are used up');
    assert.equal(await customer.place('retry').count(), 0);
    const result = await town.result(issued.BizToken);
    assert.equal(result.VerificationDetailList.length, 2);
    const [one, two] = result.VerificationDetailList;
    assert.equal(result.ErrorCode, two?.ErrorCode, 'the code is that of the last try');
    assert.ok([1002, 1003].includes(two?.LivenessErrorCode ?? 0));
    assert.deepEqual([two?.CompareErrorCode, two?.Similarity], [null, null], 'nothing was compared');
    assert.notEqual(one?.Seq, two?.Seq);
    assert.ok((one?.ReqTimestamp ?? 0) < (two?.ReqTimestamp ?? 0));
    assert.ok((result.VideoBase64?.length ?? 0) > 10_000, 'the merchant gets the video');

    await customer.tap('next');
    const back = await customer.arrivesAt(town.merchant.origin);
    assert.equal(back.searchParams.get('token'), issued.BizToken);
  });
});
