import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { MortalServer } from '../support/mortal-server.ts';
import { stillRecording } from '../support/still-recording.ts';
import { spoofed, Witness } from './witness.ts';

const video = await stillRecording();

describe('what the server acknowledged survives its death', {
  skip: !video && 'nothing encodes video here',
}, () => {
  const server = new MortalServer();
  const recording = video as Buffer;
  before(() => server.start());
  after(() => server.remove());

  const witness = new Witness(server);

  it('judges a recording once whose last piece was answered just before kill -9', async () => {
    const { token, customer } = await witness.newCustomer();
    const seq = await customer.record(recording);
    assert.equal((await customer.send(seq, recording)).body?.complete, true);
    assert.equal(await server.end('SIGKILL'), 'SIGKILL');
    await server.start();
    assert.ok(spoofed.includes(await customer.verdict()));
    await witness.assertJudgedOnce(token, seq);
  });

  it('judges one with a challenge just so, by the challenge and the stamps that it had before', async () => {
    const { token, customer } = await witness.newCustomer(4);
    const seq = await customer.record(recording);
    await customer.send(seq, recording);
    await server.end('SIGKILL');
    await server.start();
    assert.ok(spoofed.includes(await customer.verdict()));
    await witness.assertJudgedOnce(token, seq);
  });

  it('resumes an upload that kill -9 cut off at the offset that was answered', async () => {
    const { token, customer } = await witness.newCustomer();
    const seq = await customer.record(recording);
    const half = Math.floor(recording.length / 2);
    assert.equal((await customer.piece(seq, 0, recording.subarray(0, half))).status, 200);
    // This one is under way when the server dies: whether it counts is the server's to say afterwards.
    const cutOff = customer.piece(seq, half, recording.subarray(half, -1000)).catch(() => null);
    await server.end('SIGKILL');
    const answered = (await cutOff)?.status === 200;
    await server.start('/healthz');
    const offset = await customer.offset(seq);
    assert.ok(offset === half || offset === recording.length - 1000, `resumes at ${offset}`);
    if (answered) assert.equal(offset, recording.length - 1000);
    assert.equal((await customer.send(seq, recording, offset)).body?.complete, true);
    assert.ok(spoofed.includes(await customer.verdict()));
    await witness.assertJudgedOnce(token, seq);
  });

  it('ends in good order on SIGTERM, judging first what is being judged or leaving it for the next start', async () => {
    const { token, customer } = await witness.newCustomer();
    const seq = await customer.record(recording);
    await customer.send(seq, recording);
    assert.equal(await server.end('SIGTERM'), 0);
    await server.start();
    assert.ok(spoofed.includes(await customer.verdict()));
    await witness.assertJudgedOnce(token, seq);
  });

  it('knows every BizToken that it gave out, however often it was killed among calls of Apply', async () => {
    const tokens = await witness.applyAmidKills(3);
    assert.ok(tokens.length >= 9, `${tokens.length} tokens`);
    await server.start('/healthz');
    await witness.assertAllKnown(tokens);
  });
});
