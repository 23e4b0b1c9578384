import { readFileSync } from 'node:fs';
import type { Judgement, JudgeRequest } from '../src/verify/judgement.ts';
import { type JudgeKit, judgeRecording } from '../src/verify/verify.ts';
import { quantile } from './quantile.ts';

/** Processor time of this process so far, in ms; every thread of it. */
export function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Processor time of children that have ended, in ms, from Linux's `/proc` (proc(5): cutime, cstime, 100 a second). */
export function childrenCpuMs(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return 10 * (Number(fields[13]) + Number(fields[14]));
}

/** Processor time of one judgement, ms. */
export type Cost = {
  readonly stages: Readonly<Record<string, number>>;
  /** The decoder's process. */
  readonly decoderMs: number;
  readonly totalMs: number;
  readonly judgement: Judgement;
};

/**
 * What one judgement costs: all of it, and then, of the same recording judged again, its stages, for which the judge's stopwatch reads the
 * processor's clock instead of the wall's. That clock is a call to the system, which a judgement makes a thousand of: 0.04 CPU-s that
 * nobody pays whose judgements are not taken apart (2026-11-28).
 */
export async function measureJudgement(kit: JudgeKit, request: JudgeRequest): Promise<Cost> {
  const [own, children] = [ownCpuMs(), childrenCpuMs()];
  const judgement = await judgeRecording(kit, request);
  const decoderMs = childrenCpuMs() - children;
  const totalMs = ownCpuMs() - own + decoderMs;
  const wallClock = performance.now;
  performance.now = ownCpuMs;
  try {
    const { stages } = await judgeRecording(kit, request);
    return { stages, decoderMs, totalMs, judgement };
  } finally {
    performance.now = wallClock;
  }
}

/** Prints a name and the median of some costs. */
export function tellCost(name: string, costsMs: readonly number[], note = ''): void {
  console.log(`  ${name.padEnd(18)} ${(quantile(costsMs, 0.5) / 1000).toFixed(3)} CPU-s${note}`);
}

/** Prints the stages of some judgements, the decoder and the sum: medians of other judgements than the total's, so their sum is not exactly it. */
export function tellStages(costs: readonly Cost[], note: string): void {
  for (const stage of Object.keys(costs[0]?.stages ?? {})) {
    tellCost(
      stage,
      costs.map(({ stages }) => stages[stage] ?? 0),
    );
  }
  tellCost(
    'decoder (child)',
    costs.map(({ decoderMs }) => decoderMs),
  );
  tellCost(
    'together',
    costs.map(({ totalMs }) => totalMs),
    note,
  );
}
