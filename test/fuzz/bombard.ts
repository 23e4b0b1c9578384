import { Agent } from 'node:http';
import { newBizToken } from '../../src/token/biz-token.ts';
import { issue } from '../support/issued.ts';
import { seededRandom } from '../support/seeded-random.ts';
import type { WireServer } from '../support/wire-server.ts';
import { hostileRequest, type Target } from './hostile-requests.ts';
import { sendRaw } from './send-raw.ts';

export type Bombardment = {
  readonly sent: number;
  /** How many answers had which API error code; `none` for success. */
  readonly codes: Readonly<Record<string, number>>;
  /** What must not be: a 5xx, an answer that is not the envelope, a rejection that nobody handled. */
  readonly faults: readonly string[];
};

const atOnce = 8;

function envelopeCode(text: string): string | null {
  try {
    const { Response } = JSON.parse(text) as { Response: { RequestId?: string; Error?: { Code: string } } };
    return typeof Response.RequestId === 'string' ? (Response.Error?.Code ?? 'none') : null;
  } catch {
    return null;
  }
}

/** Tokens that the account has, one of another account, one of nobody. */
async function tokensOf({ store }: WireServer): Promise<readonly string[]> {
  const own = await Promise.all([issue(store), issue(store), issue(store)]);
  const foreign = await issue(store, {}, Date.now(), 'another account');
  return [...own.map(({ token }) => token), foreign.token, newBizToken()];
}

/** Sends `count` hostile requests of a seed to a listening server and keeps count of what came back. */
export async function bombard(server: WireServer, seed: number, count: number): Promise<Bombardment> {
  const random = seededRandom(seed);
  const target: Target = {
    key: server.credentials,
    host: `127.0.0.1:${server.port}`,
    tokens: await tokensOf(server),
  };
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const codes: Record<string, number> = {};
  const faults: string[] = [];
  const onRejection = (reason: unknown) => void faults.push(`unhandled rejection: ${reason}`);
  process.on('unhandledRejection', onRejection);
  let next = 0;
  async function worker(): Promise<void> {
    while (next < count) {
      const index = next++;
      const request = hostileRequest(target, random, index);
      const reply = await sendRaw(server.port, agent, request);
      // What is not HTTP at all is refused by the HTTP parser, before any door.
      const code =
        reply.status >= 400 && reply.status < 500 ? `HTTP ${reply.status}` : envelopeCode(reply.text);
      if (code === null || (reply.status !== 200 && !code.startsWith('HTTP'))) {
        faults.push(`seed ${seed}, request ${index}: ${reply.status} ${reply.text.slice(0, 200)}`);
      } else codes[code] = (codes[code] ?? 0) + 1;
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  agent.destroy();
  process.off('unhandledRejection', onRejection);
  return { sent: count, codes, faults };
}
