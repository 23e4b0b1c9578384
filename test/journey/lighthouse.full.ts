import assert from 'node:assert/strict';
import { filmEmptyRoom } from '../support/camera-file.ts';
import { describeJourneys } from '../support/journeys.ts';
import { assess } from '../support/lighthouse.ts';
import { freePort } from '../support/server-program.ts';

const port = await freePort();
const setting = { camera: filmEmptyRoom, browser: [`--remote-debugging-port=${port}`] };

describeJourneys('The first screen on a phone', setting, (town, journey) => {
  journey('gets all points for access and for good practice from Lighthouse', async (t) => {
    const issued = await town.apply({ CheckMode: 1 });
    const { score, faults } = await assess(issued.VerificationURL, port, ['accessibility', 'best-practices']);
    t.diagnostic(`accessibility ${score('accessibility')}, best practices ${score('best-practices')}`);
    assert.deepEqual([score('accessibility'), score('best-practices'), faults], [100, 100, []]);
  });
});
