import assert from 'node:assert/strict';
import { filmGroupPhoto, filmTwoPeople } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';
import { clipPath } from '../support/shared-data.ts';

const hasClips = clipPath('d10') !== null && clipPath('d13') !== null;
// Two living people where the clips are; else a photo of two, which says as much about how many there are.
const camera = hasClips ? (path: string) => filmTwoPeople('d10', 'd13', path) : filmGroupPhoto;

describeJourneys('Two people before the camera', { camera }, (town, journey) => {
  journey('are refused with 1005', async (t) => {
    t.diagnostic(`live clips: ${hasClips ? 'run' : 'skipped'}`);
    const issued = await town.apply({ LivenessRetryLimit: 1 });
    const customer = await town.customer();
    await customer.comesToCamera(issued.VerificationURL);
    await customer.records();
    assert.equal(await customer.learnsCode(), 16);
    const result = await town.result(issued.BizToken);
    assert.equal(result.ErrorCode, 1005);
    const [attempt] = result.VerificationDetailList;
    assert.deepEqual([attempt?.LivenessErrorCode, attempt?.CompareErrorCode], [1005, null]);
  });
});
