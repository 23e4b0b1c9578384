import assert from 'node:assert/strict';
import { filmPerson } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';
import { lastDecision } from '../support/last-decision.ts';
import { clipPath } from '../support/shared-data.ts';

const person = 'd13';
const noClips = clipPath(person) ? false : 'the clips of living people are not here';

/** Each way takes half of the latency; 400 kbit/s up and down. */
const slowLine = { offline: false, latency: 800, downloadThroughput: 50_000, uploadThroughput: 50_000 };

describeJourneys(
  'A person on a line of 400 kbit/s and 400 ms each way',
  { camera: (path) => filmPerson(person, path) },
  (town, journey) => {
    for (const SecurityLevel of [2, 3, 4, 5]) {
      journey(`is not late for the server's stamps at level ${SecurityLevel}`, async (t) => {
        const issued = await town.apply({ SecurityLevel, LivenessRetryLimit: 1 });
        const customer = await town.customer();
        const session = await customer.context.newCDPSession(customer.page);
        await customer.comesToCamera(issued.VerificationURL);
        await session.send('Network.enable');
        await session.send('Network.emulateNetworkConditions', slowLine);
        await customer.records();
        await customer.learnsCode();
        const { reasons, signals } = lastDecision(town.server);
        const timing = Object.entries(signals).filter(([name]) => name.startsWith('timing.'));
        t.diagnostic(`level ${SecurityLevel}: ${JSON.stringify(Object.fromEntries(timing))}`);
        assert.ok((signals['timing.lateMs'] ?? 0) > 400, 'the line was slow');
        assert.deepEqual(
          reasons.filter(({ id }) => id.startsWith('timing.')),
          [],
        );
      });
    }
  },
  noClips,
);
