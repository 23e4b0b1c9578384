import { after, before, describe, it } from 'node:test';
import { startWireServer, type WireServer } from '../support/wire-server.ts';
import { assertHarmless } from './assert-harmless.ts';
import { bombard } from './bombard.ts';

const requests = 3_000;
const seed = 20_261_123;

describe(`${requests} hostile requests, half of them validly signed`, () => {
  let server: WireServer;
  before(async () => {
    server = await startWireServer();
  });
  after(() => server.stop());

  it('are all answered in the envelope, none by a 5xx, none by an internal error', async (t) => {
    const bombardment = await bombard(server, seed, requests);
    t.diagnostic(JSON.stringify(bombardment.codes));
    assertHarmless(bombardment, server, requests / 120);
  });
});
