import { availableParallelism } from 'node:os';
import { MortalServer } from '../test/support/mortal-server.ts';
import { callSigned, verifyOnce } from './one-customer.ts';
import { peakMegabytes } from './peak-memory.ts';
import { quantile } from './quantile.ts';
import { prepareRecording, type Recording } from './recording.ts';

const aloneRuns = 12;
const rushes = 5;
const rushSize = 4;

const options = [
  ...['--page-calls-per-minute', '1000000', '--token-calls-per-minute', '1000000'],
  ...['--judge-workers', String(availableParallelism())],
];

function tell(name: string, timesMs: readonly number[], aim: string): void {
  const [median, p95] = [0.5, 0.95].map((share) => (quantile(timesMs, share) / 1000).toFixed(2));
  console.log(`${name.padEnd(34)} median ${median} s, p95 ${p95} s, n ${timesMs.length}${aim}`);
}

function tellPeak(doing: string, server: MortalServer): void {
  const peak = peakMegabytes(server.pid);
  const text = peak === null ? 'not measured: no /proc here' : `${peak} MB at most`;
  console.log(`${`memory, ${doing}`.padEnd(34)} ${text}`);
}

async function timeVerdicts(server: MortalServer, recording: Recording): Promise<void> {
  const first = await verifyOnce(server, recording);
  console.log(`the recording is judged ${first.code}`);
  const alone: number[] = [];
  for (let run = 0; run < aloneRuns; run++) alone.push((await verifyOnce(server, recording)).verdictMs);
  tell('upload end to verdict, alone', alone, ' (aim: median under 1.5 s)');
  const together: number[] = [];
  for (let rush = 0; rush < rushes; rush++) {
    const runs = Array.from({ length: rushSize }, () => verifyOnce(server, recording));
    together.push(...(await Promise.all(runs)).map(({ verdictMs }) => verdictMs));
  }
  tell(`upload end to verdict, ${rushSize} at once`, together, '');
}

async function serveLargeResults(server: MortalServer, recording: Recording): Promise<void> {
  const { token } = await verifyOnce(server, recording);
  // Not to count what judging it took.
  peakMegabytes(server.pid);
  const get = () => callSigned(server, 'GetWebVerificationResultIntl', { BizToken: token });
  let megabytes = 0;
  for (let round = 0; round < 5; round++) {
    const [answer] = await Promise.all(Array.from({ length: 4 }, get));
    megabytes = String(answer?.VideoBase64).length / 1e6;
  }
  tellPeak(`serving ${megabytes.toFixed(1)} MB results`, server);
}

/** Time from the end of the upload to the verdict, alone and four at once, and the server's memory at each stage. */
export async function benchVerdict(): Promise<void> {
  const [usual, heavy] = [await prepareRecording(), await prepareRecording('heavy')];
  if (!usual || !heavy) return console.log('verdict: skipped, the clips for development are not at hand');
  const server = new MortalServer(options, { SELFSAME_LOG: 'error' });
  try {
    await server.start();
    tellPeak('starting', server);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    tellPeak('idle', server);
    await timeVerdicts(server, usual);
    tellPeak('judging', server);
    await serveLargeResults(server, heavy);
  } finally {
    await server.remove();
  }
}

if (import.meta.main) await benchVerdict();
