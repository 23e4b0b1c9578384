import assert from 'node:assert/strict';
import type { Route } from 'playwright-core';
import type { Face } from '../../page/verify/face/find-faces.ts';
import { describeJourneys, type Town } from '../support/journeys.ts';
import { alone, filmScenes, type Scene } from '../support/scene-film.ts';

/** Two people, said three seconds after each question: what it says of now is long over. */
const twoFaces: readonly Face[] = [
  { left: 0.1, right: 0.4, top: 0.3, bottom: 0.7, score: 0.99 },
  { left: 0.6, right: 0.9, top: 0.3, bottom: 0.7, score: 0.99 },
];
const slowWorker = `
  onmessage = ({ data }) => data.weightsUrl
    ? postMessage('ready')
    : setTimeout(() => postMessage({ faces: ${JSON.stringify(twoFaces)}, tookMs: 3000 }), 3000);
`;

const weights = '**/assets/detector-weights-*';
const worker = '**/assets/face-worker-*';

/** What becomes of the detector's files on their way. */
const mishaps: Readonly<Record<string, readonly [string, (route: Route) => Promise<void>]>> = {
  'whose weights the server has not': [weights, (route) => route.fulfill({ status: 404 })],
  'whose weights are lost on the way': [weights, (route) => route.abort('connectionreset')],
  'whose weights never come': [weights, async () => {}],
  'whose weights come to harm': [
    weights,
    async (route) => {
      const body = await (await route.fetch()).body();
      body[body.length >> 1]! ^= 1;
      await route.fulfill({ body, contentType: 'application/octet-stream' });
    },
  ],
  'whose program does not come': [worker, (route) => route.abort('connectionreset')],
  'that answers after three seconds': [
    worker,
    (route) => route.fulfill({ body: slowWorker, contentType: 'text/javascript' }),
  ],
};

async function customerWith(town: Town, [files, mishap]: (typeof mishaps)[string]) {
  const customer = await town.customer();
  customer.expects(/Failed to load resource/);
  let met = 0;
  await customer.page.route(files, async (route) => {
    met += 1;
    await mishap(route);
  });
  return { customer, met: () => met };
}

/** SIMULATED: far away until the detector was asked for, then where the face should be. */
const far: Scene = { faces: [{ who: 'clara', x: 0.5, y: 0.5, height: 0.2 }] };
const camera = (path: string) =>
  filmScenes(
    [
      { scene: far, seconds: 8 },
      { scene: alone, seconds: 30 },
    ],
    path,
  );

describeJourneys('A detector', { camera }, (town, journey) => {
  for (const [name, mishap] of Object.entries(mishaps))
    journey(`${name} leaves the canvas to guide alone, and holds nobody up`, async () => {
      const issued = await town.apply({ LivenessRetryLimit: 1 });
      const { customer, met } = await customerWith(town, mishap);
      await customer.comesToCamera(issued.VerificationURL);
      await customer.page.locator('[data-hint="too-far"]').waitFor();
      await customer.reaches('recording');
      await customer.learnsCode();
      assert.equal(met(), 1, 'it was asked for');
      assert.ok(customer.steps.every(({ step }) => step !== 'camera-trouble'));
      assert.equal((await town.result(issued.BizToken)).VerificationDetailList.length, 1);
    });
});
