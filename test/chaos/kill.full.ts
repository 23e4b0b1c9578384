import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { MortalServer } from '../support/mortal-server.ts';
import { stillRecording } from '../support/still-recording.ts';
import { spoofed, Witness } from './witness.ts';

const video = await stillRecording();

/** From the acknowledgement through every step of the judgement, and past it. */
const killsAfterMs = [0, 20, 60, 120, 250, 400, 600, 800, 1000, 1300, 1600, 2000, 2500, 3500, 5000];
const applyRounds = 25;

describe('a server that is killed at every moment', {
  skip: !video && 'nothing encodes video here',
}, () => {
  const server = new MortalServer(['--page-calls-per-minute', '100000']);
  const witness = new Witness(server);
  const recording = video as Buffer;
  before(() => server.start());
  after(() => server.remove());

  for (const afterMs of killsAfterMs) {
    it(`judges once what was acknowledged ${afterMs} ms before`, async () => {
      const { token, customer } = await witness.newCustomer();
      const seq = await customer.record(recording);
      assert.equal((await customer.send(seq, recording)).body?.complete, true);
      await sleep(afterMs);
      await server.end('SIGKILL');
      await server.start();
      assert.ok(spoofed.includes(await customer.verdict()));
      await witness.assertJudgedOnce(token, seq);
    });
  }

  it(`knows every BizToken that it gave out, killed ${applyRounds} times among calls of Apply`, async () => {
    const tokens = await witness.applyAmidKills(applyRounds);
    await server.start('/healthz');
    await witness.assertAllKnown(tokens);
  });
});
