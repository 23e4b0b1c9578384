import assert from 'node:assert/strict';
import { filmGroupPhoto, filmTwoPeople } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';
import { clipPath } from '../support/shared-data.ts';

const hasClips = clipPath('d10') !== null && clipPath('d13') !== null;
// Two living people where the clips are; else a photo of two, which says as much about how many there are.
const camera = hasClips ? (path: string) => filmTwoPeople('d10', 'd13', path) : filmGroupPhoto;

/** What only the guidance by a detector loads. */
const detector = /watch-people|face-worker|detector-weights/;

/** SIMULATED: the browser says that its owner wants to save data. */
const savesData = `Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) })`;

describeJourneys('Two people before the camera', { camera }, (town, journey) => {
  journey('are told so at once, and a recording of both is stopped and costs no try', async () => {
    const issued = await town.apply({ LivenessRetryLimit: 1 });
    const customer = await town.customer();
    const loaded: string[] = [];
    customer.page.on('response', (response) => {
      const [, name] = /assets\/([a-z-]+)-[^/]*$/.exec(response.url()) ?? [];
      if (name && detector.test(name)) loaded.push(`${name} ${response.headers()['content-encoding']}`);
    });
    await customer.comesToCamera(issued.VerificationURL);
    await customer.page.locator('[data-hint="two-people"]').waitFor({ timeout: 60_000 });
    assert.deepEqual(loaded.sort(), ['detector-weights br', 'face-worker br', 'watch-people br']);
    await customer.records();
    await customer.reaches('camera-trouble');
    assert.equal(await customer.page.locator('main').getAttribute('data-reason'), 'two-people');
    const { VerificationDetailList } = await town.result(issued.BizToken);
    assert.deepEqual(VerificationDetailList, []);
  });

  journey('are refused with 1005, where the page saves data and has not seen them', async (t) => {
    t.diagnostic(`live clips: ${hasClips ? 'run' : 'skipped'}`);
    const issued = await town.apply({ LivenessRetryLimit: 1 });
    const customer = await town.customer();
    await customer.page.addInitScript({ content: savesData });
    const asked: string[] = [];
    customer.page.on('request', (request) => asked.push(request.url()));
    await customer.comesToCamera(issued.VerificationURL);
    await customer.records();
    assert.equal(await customer.learnsCode(), 16);
    assert.deepEqual(
      asked.filter((url) => detector.test(url)),
      [],
    );
    const result = await town.result(issued.BizToken);
    assert.equal(result.ErrorCode, 1005);
    const [attempt] = result.VerificationDetailList;
    assert.deepEqual([attempt?.LivenessErrorCode, attempt?.CompareErrorCode], [1005, null]);
  });
});
