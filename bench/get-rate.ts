import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { signTc3 } from './sign-tc3.ts';

/**
 * Calls a second of a signed Get without media, as a share of what a bare Fastify with the same raw-body parser
 * echoes for the same body: what signature, rules and store cost. Both servers run alone on core 0, the caller on the
 * other, in turns, so that whatever else the machine does hits both alike.
 */
const rounds = 2;
const secondsEach = 2;

type Side = { readonly name: string; readonly rates: number[] };

async function startSide(
  script: string,
): Promise<{ readonly port: number; readonly token: string; stop(): void }> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn('taskset', ['-c', '0', process.execPath, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { ...JSON.parse(line.toString()), stop: () => void child.kill('SIGKILL') };
}

async function measure(port: number, token: string): Promise<number> {
  const body = JSON.stringify({ BizToken: token });
  const headers = signTc3({ body, host: `127.0.0.1:${port}`, action: 'GetWebVerificationResultIntl' });
  const result = await autocannon({
    url: `http://127.0.0.1:${port}/`,
    method: 'POST',
    body,
    headers,
    connections: 16,
    duration: secondsEach,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return result.requests.average;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Prints both rates and the median of the rounds' ratios. */
export async function benchGetRate(): Promise<void> {
  const echo: Side = { name: 'bare echo', rates: [] };
  const get: Side = { name: 'signed Get', rates: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [side, script] of [
      [echo, './echo-server.ts'],
      [get, './get-server.ts'],
    ] as const) {
      const server = await startSide(script);
      await measure(server.port, server.token);
      side.rates.push(await measure(server.port, server.token));
      server.stop();
    }
  }
  const ratios = get.rates.map((rate, round) => rate / (echo.rates[round] ?? Number.NaN));
  for (const { name, rates } of [echo, get])
    console.log(`${name.padEnd(12)} ${Math.round(median(rates))} calls/s`);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  console.log(
    `ratio        ${median(ratios).toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)}; aim 0.70)`,
  );
}

if (import.meta.main) await benchGetRate();
