import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AttemptView, PageView } from '../../src/capture/page-shapes.ts';
import type { Customer } from '../support/customer.ts';
import { describeJourneys } from '../support/journeys.ts';
import { alone, crowd, filmScenes } from '../support/scene-film.ts';

/** SIMULATED: somebody who is joined by another person after four seconds, for six; over and over. */
const camera = (path: string) =>
  filmScenes(
    [
      { scene: alone, seconds: 4 },
      { scene: crowd, seconds: 6 },
    ],
    path,
  );

/** What a photo that answers no challenge, with a second face in it, may be refused for. */
const refusals: readonly unknown[] = [1002, 1005, 1207, 1208, 1209, 1401];

/** The attempts that the server began, and what for the page gave them up. */
function watchAttempts({ page }: Customer) {
  const begun: AttemptView[] = [];
  const givenUp: (string | null)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'DELETE') givenUp.push(new URL(request.url()).searchParams.get('why'));
  });
  page.on('response', async (response) => {
    if (response.request().method() !== 'POST' || !response.url().endsWith('/verify/api/attempts')) return;
    const { attempt } = (await response.json()) as PageView;
    if (attempt) begun.push(attempt);
  });
  return { begun, givenUp };
}

/** Waits for the nth recording, which begins by itself whenever one person is there alone. */
async function recordsByItself(customer: Customer, nth: number): Promise<void> {
  const begun = () => customer.steps.filter(({ step }) => step === 'recording').length;
  for (const until = Date.now() + 120_000; begun() < nth; await sleep(50))
    if (Date.now() > until) throw new Error(`no recording ${nth}; the page shows: ${await customer.shown()}`);
}

describeJourneys('A second face that comes into the picture', { camera }, (town, journey) => {
  for (const SecurityLevel of [2, 4])
    journey(
      `stops a challenge of level ${SecurityLevel} uncharged, twice; the third one the server judges`,
      async (t) => {
        const issued = await town.apply({ SecurityLevel, LivenessRetryLimit: 1 });
        const customer = await town.customer();
        const { begun, givenUp } = watchAttempts(customer);
        await customer.comesToCamera(issued.VerificationURL);
        for (const nth of [1, 2]) {
          await recordsByItself(customer, nth);
          await customer.reaches('camera-trouble');
          assert.match(await customer.shown(), /Somebody else is in the picture.*does not count as a try/);
          assert.deepEqual((await town.result(issued.BizToken)).VerificationDetailList, []);
          await customer.tap('retry');
          if ((await customer.reaches('light-notice', 'camera', 'recording')) === 'light-notice')
            await customer.tap('light');
        }
        await recordsByItself(customer, 3);
        assert.equal(await customer.learnsCode(), 16, 'the one try is used');
        assert.deepEqual(givenUp, ['second-face', 'second-face']);
        assert.equal(new Set(begun.map(({ seq }) => seq)).size, 3);
        const prompts = begun.map(({ challenge }) => JSON.stringify([challenge?.actions, challenge?.colors]));
        assert.equal(new Set(prompts).size, 3, `a fresh challenge each time: ${prompts.join(' ')}`);
        const { VerificationDetailList } = await town.result(issued.BizToken);
        assert.equal(VerificationDetailList.length, 1);
        const code = VerificationDetailList[0]?.LivenessErrorCode;
        t.diagnostic(`judged ${code}`);
        assert.ok(refusals.includes(code), `code ${code}`);
      },
    );
});
