import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MortalServer } from '../support/mortal-server.ts';
import { PlainCustomer } from '../support/plain-customer.ts';
import { type Answer, callJson } from '../support/signed-call.ts';

const asked = (SecurityLevel: number) => ({
  RedirectURL: 'https://shop.example/back',
  Config: { CheckMode: 3, SecurityLevel },
});

/** What a still that moves like a photo in a hand may be judged. */
export const spoofed: readonly number[] = [1002, 1003];

type Detail = { readonly Seq: string; readonly ErrorCode: number };

/** A merchant who calls a server that may die at any moment, and remembers what it promised. */
export class Witness {
  readonly #server: MortalServer;

  constructor(server: MortalServer) {
    this.#server = server;
  }

  /** Within the account's rate: a refusal for haste is waited out. */
  async call(action: string, parameters: unknown): Promise<Answer['Response']> {
    for (;;) {
      const { port, credentials } = this.#server;
      const { Response } = await callJson(port, credentials, action, parameters);
      if (Response.Error?.Code !== 'RequestLimitExceeded') return Response;
      await sleep(200);
    }
  }

  async apply(level = 1): Promise<string> {
    const { BizToken } = await this.call('ApplyWebVerificationBizTokenIntl', asked(level));
    return String(BizToken);
  }

  result(BizToken: string): Promise<Answer['Response']> {
    return this.call('GetWebVerificationResultIntl', { BizToken });
  }

  async newCustomer(level = 1): Promise<{ token: string; customer: PlainCustomer }> {
    const token = await this.apply(level);
    const customer = new PlainCustomer(this.#server.origin, token);
    await customer.arrive();
    return { token, customer };
  }

  /** One attempt in the answer, one decision in the audit log, and the video is there. */
  async assertJudgedOnce(token: string, seq: string): Promise<void> {
    const { VerificationDetailList, VideoBase64 } = await this.result(token);
    const [detail, ...others] = VerificationDetailList as readonly Detail[];
    assert.deepEqual([detail?.Seq, others], [seq, []]);
    assert.ok(spoofed.includes(detail?.ErrorCode ?? 0), `${detail?.ErrorCode}`);
    assert.ok(VideoBase64, 'the video is there with the verdict');
    const file = new DatabaseSync(join(this.#server.data, 'selfsame.db'), { readOnly: true });
    const row = file
      .prepare(`SELECT count(*) AS times FROM audit WHERE kind = 'attempt.judged' AND body LIKE ?`)
      .get(`%"attempt":"${seq}"%`);
    file.close();
    assert.equal(row?.times, 1);
  }

  /**
   * Calls Apply without pause, four at a time, and kills the server in the midst of it, `rounds` times. Returns every
   * token that was answered.
   */
  async applyAmidKills(rounds: number): Promise<readonly string[]> {
    const tokens: string[] = [];
    await this.#server.end('SIGKILL');
    for (let round = 0; round < rounds; round++) {
      await this.#server.start('/healthz');
      let isAlive = true;
      const callers = Array.from({ length: 4 }, async () => {
        while (isAlive) {
          const token = await this.apply().catch(() => null);
          if (token) tokens.push(token);
        }
      });
      const enough = tokens.length + 3 + (round % 7);
      while (tokens.length < enough) await sleep(5);
      await this.#server.end('SIGKILL');
      isAlive = false;
      await Promise.all(callers);
    }
    return tokens;
  }

  async assertAllKnown(tokens: readonly string[]): Promise<void> {
    for (const token of tokens) {
      const { Error: refused } = await this.result(token);
      assert.equal(refused, undefined, `${token} is lost: ${JSON.stringify(refused)}`);
    }
  }
}
