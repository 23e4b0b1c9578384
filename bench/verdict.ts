import { readFileSync } from 'node:fs';
import { callSigned } from './call-signed.ts';
import { verifyOnce } from './one-customer.ts';
import { prepareRecording } from './recording.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const port = 18_480;
const aloneRuns = 12;
const rushes = 5;
const rushSize = 4;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Peak resident memory of the server so far, in MB, and the counter started anew. */
function peakMegabytes(server: ServerProcess): number {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

function tell(name: string, timesMs: readonly number[], aim: string): void {
  const [median, p95] = [quantile(timesMs, 0.5), quantile(timesMs, 0.95)].map((ms) => (ms / 1000).toFixed(2));
  console.log(`${name.padEnd(34)} median ${median} s, p95 ${p95} s, n ${timesMs.length}${aim}`);
}

async function serveLargeResults(server: ServerProcess, token: string): Promise<void> {
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let call = 0; call < 5; call++)
        await callSigned(server, 'GetWebVerificationResultIntl', { BizToken: token });
    }),
  );
}

/** Time from the end of the upload to the verdict, alone and four at once, and the server's memory at each stage. */
export async function benchVerdict(): Promise<void> {
  const recording = prepareRecording();
  if (!recording) return console.log('verdict: skipped, the clips for development are not at hand');
  const [video, photo] = [readFileSync(recording.path), readFileSync(recording.photoPath)];
  const server = await startServerProcess(port);
  try {
    console.log(`memory, idle                       ${peakMegabytes(server)} MB at most`);
    const first = await verifyOnce(server, video, photo);
    console.log(`the recording is judged ${first.code}`);
    const alone: number[] = [];
    for (let run = 0; run < aloneRuns; run++) alone.push((await verifyOnce(server, video, photo)).verdictMs);
    tell('upload end to verdict, alone', alone, ' (aim: median under 1.5 s)');
    const together: number[] = [];
    for (let rush = 0; rush < rushes; rush++) {
      const runs = Array.from({ length: rushSize }, () => verifyOnce(server, video, photo));
      together.push(...(await Promise.all(runs)).map(({ verdictMs }) => verdictMs));
    }
    tell(`upload end to verdict, ${rushSize} at once`, together, '');
    console.log(`memory, judging                    ${peakMegabytes(server)} MB at most`);
    const heavy = prepareRecording('d13', '11M');
    const large = await verifyOnce(server, readFileSync(heavy?.path ?? recording.path), photo);
    await serveLargeResults(server, large.token);
    console.log(`memory, serving large results      ${peakMegabytes(server)} MB at most`);
  } finally {
    server.stop();
  }
}

if (import.meta.main) await benchVerdict();
