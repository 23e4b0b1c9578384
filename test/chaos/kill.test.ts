import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { MortalServer } from '../support/mortal-server.ts';
import { PlainCustomer } from '../support/plain-customer.ts';
import { callJson } from '../support/signed-call.ts';
import { stillRecording } from '../support/still-recording.ts';

const silent = { RedirectURL: 'https://shop.example/back', Config: { CheckMode: 3, SecurityLevel: 1 } };
const spoofed = [1002, 1003];
const video = await stillRecording();

type Result = {
  readonly ErrorCode: number | null;
  readonly VerificationDetailList: readonly { readonly Seq: string; readonly ErrorCode: number }[];
  readonly VideoBase64: string | null;
};

describe('what the server acknowledged survives its death', {
  skip: !video && 'nothing encodes video here',
}, () => {
  const server = new MortalServer();
  const recording = video as Buffer;
  before(() => server.start());
  after(() => server.remove());

  const call = (action: string, parameters: unknown) =>
    callJson(server.port, server.credentials, action, parameters);

  async function newCustomer(): Promise<{ token: string; customer: PlainCustomer }> {
    const { Response } = await call('ApplyWebVerificationBizTokenIntl', silent);
    const token = String(Response.BizToken);
    const customer = new PlainCustomer(server.origin, token);
    await customer.arrive();
    return { token, customer };
  }

  function timesJudged(seq: string): number {
    const file = new DatabaseSync(join(server.data, 'selfsame.db'), { readOnly: true });
    const like = `%"attempt":"${seq}"%`;
    const row = file
      .prepare(`SELECT count(*) AS times FROM audit WHERE kind = 'attempt.judged' AND body LIKE ?`)
      .get(like);
    file.close();
    return Number(row?.times);
  }

  async function assertJudgedOnce(token: string, seq: string): Promise<void> {
    const result = (await call('GetWebVerificationResultIntl', { BizToken: token }))
      .Response as unknown as Result;
    assert.deepEqual(
      result.VerificationDetailList.map((detail) => detail.Seq),
      [seq],
    );
    assert.ok(spoofed.includes(result.VerificationDetailList[0]?.ErrorCode ?? 0));
    assert.ok(result.VideoBase64, 'the video is there with the verdict');
    assert.equal(timesJudged(seq), 1);
  }

  it('judges a recording once whose last piece was answered just before kill -9', async () => {
    const { token, customer } = await newCustomer();
    const seq = await customer.record(recording);
    assert.equal((await customer.send(seq, recording)).body?.complete, true);
    assert.equal(await server.end('SIGKILL'), 'SIGKILL');
    await server.start();
    assert.ok(spoofed.includes(await customer.verdict()));
    await assertJudgedOnce(token, seq);
  });

  it('resumes an upload that kill -9 cut off at the offset that was answered', async () => {
    const { token, customer } = await newCustomer();
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
    await assertJudgedOnce(token, seq);
  });

  it('ends in good order on SIGTERM, judging first what is being judged or leaving it for the next start', async () => {
    const { token, customer } = await newCustomer();
    const seq = await customer.record(recording);
    await customer.send(seq, recording);
    assert.equal(await server.end('SIGTERM'), 0);
    await server.start();
    assert.ok(spoofed.includes(await customer.verdict()));
    await assertJudgedOnce(token, seq);
  });

  it('knows every BizToken that it gave out, however often it was killed among calls of Apply', async () => {
    const tokens = await applyAmidKills(3);
    assert.ok(tokens.length >= 3, `${tokens.length} tokens`);
    await server.start('/healthz');
    for (const BizToken of tokens) {
      const { Response } = await call('GetWebVerificationResultIntl', { BizToken });
      assert.equal(Response.Error, undefined, `${BizToken} is lost: ${JSON.stringify(Response.Error)}`);
    }
  });

  /** Calls Apply without pause, four at a time, and kills the server in the midst of it, `rounds` times. */
  async function applyAmidKills(rounds: number): Promise<readonly string[]> {
    const tokens: string[] = [];
    await server.end('SIGKILL');
    for (let round = 0; round < rounds; round++) {
      await server.start('/healthz');
      let isAlive = true;
      const callers = Array.from({ length: 4 }, async () => {
        while (isAlive) {
          const answer = await call('ApplyWebVerificationBizTokenIntl', silent).catch(() => null);
          if (answer?.Response.BizToken) tokens.push(String(answer.Response.BizToken));
        }
      });
      const enough = tokens.length + 5;
      while (tokens.length < enough) await new Promise((resolve) => setTimeout(resolve, 5));
      await server.end('SIGKILL');
      isAlive = false;
      await Promise.all(callers);
    }
    return tokens;
  }
});
