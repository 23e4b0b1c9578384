import { after, before, describe, it } from 'node:test';
import { MortalServer } from '../support/mortal-server.ts';
import { assertReached, bombardPage, uncapped } from './bombard-page.ts';

// So many that each refusal comes several times, however the calls fall together.
const requests = 4_000;
const seed = 20_261_124;

describe(`${requests} calls of the page's API that no page makes, seed ${seed}`, () => {
  const server = new MortalServer(uncapped);
  before(() => server.start());
  after(() => server.remove());

  it('bring no 5xx, no error in the log, and no end of the process', async (t) => {
    const outcomes = await bombardPage(server, seed, requests);
    t.diagnostic(JSON.stringify(outcomes));
    assertReached(outcomes, requests / 800);
  });
});
