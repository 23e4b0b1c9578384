import { readFileSync, rmSync } from 'node:fs';
import { namedScale } from '../src/verify/similarity.ts';
import { type JudgeKit, judgeRecording } from '../src/verify/verify.ts';
import { loadVision } from '../src/vision/faces.ts';
import { probeDecoder } from '../src/vision/video/find-decoder.ts';
import { rewriteAsMp4 } from '../src/vision/video/rewrite.ts';
import { quantile } from './quantile.ts';
import { prepareRecording } from './recording.ts';

const runs = 8;
const aimSeconds = 1.5;
const farAimSeconds = 0.7;

/** Processor time of this process so far, in ms; every thread of it. */
function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Processor time of children that have ended, in ms, from Linux's `/proc` (proc(5): cutime, cstime, 100 a second). */
function childrenCpuMs(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return 10 * (Number(fields[13]) + Number(fields[14]));
}

type Cost = {
  readonly stages: Readonly<Record<string, number>>;
  readonly decoderMs: number;
  readonly totalMs: number;
};

/** What one judgement costs. While it runs the judge's stopwatch reads the processor's clock instead of the wall's. */
async function measure(kit: JudgeKit, videoPath: string, referencePhoto: Buffer): Promise<Cost> {
  const wallClock = performance.now;
  const [own, children] = [ownCpuMs(), childrenCpuMs()];
  performance.now = ownCpuMs;
  try {
    const { stages } = await judgeRecording(kit, {
      videoPath,
      referencePhoto,
      challenge: null,
      capture: null,
    });
    const decoderMs = childrenCpuMs() - children;
    return { stages, decoderMs, totalMs: ownCpuMs() - own + decoderMs };
  } finally {
    performance.now = wallClock;
  }
}

async function rewriteMs(kit: JudgeKit, path: string): Promise<number> {
  const before = childrenCpuMs();
  const outcome = await rewriteAsMp4(kit.decoder, path, `${path}.rewritten`);
  rmSync(`${path}.rewritten`, { force: true });
  return outcome.ok ? childrenCpuMs() - before : Number.NaN;
}

function tell(name: string, costsMs: readonly number[], note = ''): void {
  console.log(`  ${name.padEnd(18)} ${(quantile(costsMs, 0.5) / 1000).toFixed(3)} CPU-s${note}`);
}

/** Processor seconds of a judged clip of 5 s at 480x640, by stage: medians, so their sum is not exactly the total. */
export async function benchJudgeCost(): Promise<void> {
  const recording = await prepareRecording();
  if (!recording) return console.log('judge cost: skipped, the clips for development are not at hand');
  if (process.platform !== 'linux')
    return console.log('judge cost: skipped, a decoder is timed on Linux only');
  const decoder = await probeDecoder();
  if (!decoder.ok) return console.log(`judge cost: skipped, ${decoder.text}`);
  const kit = { vision: await loadVision(), decoder: decoder.decoder, scale: namedScale('default') };
  await measure(kit, recording.path, recording.photo);
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run++) costs.push(await measure(kit, recording.path, recording.photo));
  console.log(`a judged clip of 5 s at 480x640, n ${runs}, decoder ${decoder.version.slice(0, 40)}`);
  for (const stage of Object.keys(costs[0]?.stages ?? {})) {
    tell(
      stage,
      costs.map(({ stages }) => stages[stage] ?? 0),
    );
  }
  tell(
    'decoder (child)',
    costs.map(({ decoderMs }) => decoderMs),
  );
  const totals = costs.map(({ totalMs }) => totalMs);
  tell(
    'together',
    totals,
    ` (aim ${aimSeconds}; ${farAimSeconds} would be ${farAimSeconds / (quantile(totals, 0.5) / 1000) < 1 ? `${Math.round(100 * (1 - farAimSeconds / (quantile(totals, 0.5) / 1000)))} % less` : 'reached'})`,
  );
  tell('kept as MP4', [await rewriteMs(kit, recording.path)], ', beside it');
}

if (import.meta.main) await benchJudgeCost();
