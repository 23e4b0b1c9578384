import assert from 'node:assert/strict';
import { filmPerson, photographPerson } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';
import { type ClipName, clipPath } from '../support/shared-data.ts';

/** Whom `verdict.test.ts` does not film, and a moment of each that the camera has not shown when it is recorded. */
const people: readonly (readonly [clip: ClipName, photographedAtSeconds: number])[] = [
  ['d3', 11],
  ['d10', 13],
  ['d18', 6.8],
];

for (const [clip, atSeconds] of people) {
  describeJourneys(
    `The living person of ${clip} before the camera`,
    { camera: (path) => filmPerson(clip, path) },
    (town, journey) => {
      journey("passes against the person's own photo within two tries", async (t) => {
        t.diagnostic('live clips: run');
        const photo = Buffer.from(await photographPerson(clip, atSeconds)).toString('base64');
        const issued = await town.apply(
          { CheckMode: 2, LivenessRetryLimit: 2 },
          { CompareImageBase64: photo },
        );
        const customer = await town.customer();
        await customer.comesToCamera(issued.VerificationURL);
        await customer.records();
        if ((await customer.learnsCode()) !== 0) {
          await customer.tap('retry');
          await customer.records();
          await customer.learnsCode();
        }
        const { ErrorCode, VerificationDetailList: tries } = await town.result(issued.BizToken);
        const told = tries.map((each) => `${each.ErrorCode} (similarity ${each.Similarity})`).join(', ');
        process.stdout.write(`${clip}: ${told}\n`);
        assert.equal(ErrorCode, 0, told);
      });
    },
    clipPath(clip) ? false : 'the clips of living people are not here',
  );
}
