import { after, before, describe, it } from 'node:test';
import { MortalServer } from '../support/mortal-server.ts';
import { assertReached, bombardPage, uncapped } from './bombard-page.ts';

const requests = 30_000;
const seed = Number(process.env.SELFSAME_FUZZ_SEED ?? Math.floor(Date.now() / 86_400_000));

describe(`${requests} calls of the page's API that no page makes, seed ${seed}`, () => {
  const server = new MortalServer(uncapped);
  before(() => server.start());
  after(() => server.remove());

  it('bring no 5xx, no error in the log, and no end of the process', async (t) => {
    const outcomes = await bombardPage(server, seed, requests);
    t.diagnostic(JSON.stringify(outcomes));
    assertReached(outcomes, requests / 400);
  });
});
