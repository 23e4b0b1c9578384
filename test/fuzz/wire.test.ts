import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startWireServer, type WireServer } from '../support/wire-server.ts';
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
    const { codes, faults } = await bombard(server, seed, requests);
    t.diagnostic(JSON.stringify(codes));
    assert.deepEqual(faults.slice(0, 5), []);
    assert.equal(
      codes.InternalError ?? 0,
      0,
      server.log.find((line) => line.includes('a call failed')),
    );
    // Each layer must have been reached, or the requests test less than they seem to.
    for (const code of [
      'none',
      'AuthFailure.SignatureFailure',
      'InvalidParameter',
      'InvalidParameterValue',
      'UnknownParameter',
      'MissingParameter',
      'InvalidAction',
    ]) {
      assert.ok((codes[code] ?? 0) > 100, `only ${codes[code] ?? 0} were answered ${code}`);
    }
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });
});
