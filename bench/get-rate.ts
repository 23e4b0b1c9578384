import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { quantile } from './quantile.ts';
import { signTc3 } from './sign-tc3.ts';

/**
 * Calls a second of a signed Get without media, as a share of what a bare Fastify with the same raw-body parser
 * echoes for the same body: what signature, rules and store cost. Both servers stand on core 0 and are asked in turns
 * of a second, so that whatever else the machine does hits both alike. Calls for each second of the server's own
 * processor time are told too: they mean something on a busy machine as well.
 */
const rounds = 15;
/** Counted in calls, not seconds: a busy machine must not be measured before its code is compiled. */
const callsToWarmUp = 20_000;

type Measured = { readonly perSecond: number; readonly perCpuSecond: number };

type Side = { readonly port: number; readonly token: string; readonly child: ChildProcess };

async function startSide(script: string): Promise<Side> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const pinned = process.platform === 'linux' ? ['taskset', '-c', '0'] : [];
  const [program = '', ...args] = [...pinned, process.execPath, path];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { ...JSON.parse(line.toString()), child };
}

/** Processor time of a process so far, in seconds (proc(5): utime, stime, 100 a second); NaN without `/proc`. */
function cpuSeconds(pid: number | undefined): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** In turns of a second, until enough calls were made. */
async function measure({ port, token, child }: Side, calls = 1): Promise<Measured> {
  const body = JSON.stringify({ BizToken: token });
  const headers = signTc3({ body, host: `127.0.0.1:${port}`, action: 'GetWebVerificationResultIntl' });
  const request = { method: 'POST', body, headers, connections: 16, duration: 1 } as const;
  const before = cpuSeconds(child.pid);
  let [made, seconds] = [0, 0];
  while (made < calls) {
    const result = await autocannon({ url: `http://127.0.0.1:${port}/`, ...request });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
    made += result.requests.total;
    seconds += result.duration;
  }
  return { perSecond: made / seconds, perCpuSecond: made / (cpuSeconds(child.pid) - before) };
}

function tell(what: keyof Measured, unit: string, echo: readonly Measured[], get: readonly Measured[]): void {
  const of = (side: readonly Measured[]) => side.map((measured) => measured[what]);
  const ratios = of(get).map((rate, round) => rate / (of(echo)[round] ?? Number.NaN));
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
  const [ofEcho, ofGet] = [echo, get].map((side) => Math.round(quantile(of(side), 0.5)));
  console.log(`bare echo ${ofEcho}, signed Get ${ofGet} ${unit}`);
  const best = Math.max(...of(get)) / Math.max(...of(echo));
  console.log(`ratio ${quantile(ratios, 0.5).toFixed(2)} (${least} to ${most}, ${rounds} rounds; aim 0.70)`);
  console.log(`ratio of the best rounds ${best.toFixed(2)}: what is left when the machine holds still`);
}

/** Prints both rates and the median of the rounds' ratios. */
export async function benchGetRate(): Promise<void> {
  const [echoing, getting] = [await startSide('./echo-server.ts'), await startSide('./get-server.ts')];
  for (const side of [echoing, getting]) await measure(side, callsToWarmUp);
  const [echo, get]: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    echo.push(await measure(echoing));
    get.push(await measure(getting));
  }
  for (const side of [echoing, getting]) side.child.kill('SIGKILL');
  tell('perSecond', 'calls a second', echo, get);
  tell('perCpuSecond', 'calls for a second of processor time', echo, get);
}

if (import.meta.main) await benchGetRate();
