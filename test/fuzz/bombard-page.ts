import assert from 'node:assert/strict';
import { Agent } from 'node:http';
import type { MortalServer } from '../support/mortal-server.ts';
import { PlainCustomer } from '../support/plain-customer.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { callJson } from '../support/signed-call.ts';
import { type Prey, pageRequest, recordingBytes } from './page-requests.ts';
import { sendRaw } from './send-raw.ts';

/** Options of a server that is bombarded from one address: caps of page calls are the subject of other tests. */
export const uncapped = ['--page-calls-per-minute', '100000000', '--token-calls-per-minute', '100000000'];

const atOnce = 8;
/** A stranger who hits well ends a verification (exit is a call like others): new ones come in between. */
const requestsPerCustomer = 20;

/** Silent ones and, in turn, ones of every level. */
const asked = (ordinal: number) => ({
  RedirectURL: 'https://a.example/',
  Config: { CheckMode: 3, SecurityLevel: ordinal % 2 === 0 ? 1 : 2 + (Math.floor(ordinal / 2) % 4) },
});

/** A customer who has come as far as one of the page's stages, evenly. */
async function newPrey(server: MortalServer, ordinal: number): Promise<Prey> {
  const { Response } = await callJson(
    server.port,
    server.credentials,
    'ApplyWebVerificationBizTokenIntl',
    asked(ordinal),
  );
  // The account's own rate of 20 calls a second.
  if (Response.Error?.Code === 'RequestLimitExceeded') {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return await newPrey(server, ordinal);
  }
  const customer = new PlainCustomer(server.origin, String(Response.BizToken));
  const stage = ordinal % 5;
  if (stage > 0) await customer.arrive();
  if (stage <= 1) return { headers: customer.headers, seq: null };
  const { body } = await customer.call('POST', '/attempts', { source: 'stream', mimeType: 'video/mp4' });
  const seq = String(body?.attempt?.seq);
  if (stage >= 3) {
    const notice = { bytes: recordingBytes, sha256: 'a'.repeat(64) };
    if (body?.attempt?.asksForChunks) {
      await customer.call('POST', `/attempts/${seq}/chunks`, { index: 0, ...notice });
    }
    await customer.call('PUT', `/attempts/${seq}/recording`, notice);
  }
  return { headers: customer.headers, seq };
}

/** Counts answers by status and refusal. Fails on any 5xx but `busy`, on silence, and on an error in the log. */
export async function bombardPage(
  server: MortalServer,
  seed: number,
  count: number,
): Promise<Record<string, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const random = seededRandom(seed);
  const outcomes: Record<string, number> = {};
  const faults: string[] = [];
  let next = 0;
  let customers = 0;
  async function worker(): Promise<void> {
    let prey: Prey | null = null;
    while (next < count) {
      const index = next++;
      if (!prey || random.next() < 1 / requestsPerCustomer) prey = await newPrey(server, customers++);
      const request = pageRequest(prey, random);
      const { status, text } = await sendRaw(server.port, agent, request);
      const refusal = /"refusal":"([a-z-]+)"/.exec(text)?.[1] ?? '';
      const outcome = `${status} ${refusal}`.trim();
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      const isFault = status < 100 || (status >= 500 && refusal !== 'busy');
      if (isFault)
        faults.push(
          `seed ${seed}, ${index}: ${request.method} ${request.path}: ${status} ${text}`.slice(0, 400),
        );
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  agent.destroy();
  assert.deepEqual(faults.slice(0, 5), []);
  const complaints = server
    .said()
    .split('\n')
    .filter((line) => /"level":(50|60)/.test(line) || line.includes('UnhandledPromiseRejection'));
  assert.deepEqual(complaints.slice(0, 3), []);
  assert.equal((await fetch(`${server.origin}/readyz`)).status, 200, 'it still works afterwards');
  return outcomes;
}

/** Fails unless what lies behind each check was reached. */
export function assertReached(outcomes: Readonly<Record<string, number>>, least: number): void {
  const expected = ['200', '400 bad-request', '404 unknown-token', '409 wrong-stage', '409 wrong-offset'];
  for (const outcome of [...expected, '403 not-yours', '409 other-tab', '410 ended', '422 wrong-content']) {
    assert.ok((outcomes[outcome] ?? 0) >= least, `only ${outcomes[outcome] ?? 0} were answered ${outcome}`);
  }
}
