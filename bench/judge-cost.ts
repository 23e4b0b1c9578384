import { rmSync } from 'node:fs';
import { nothingKnown } from '../src/verify/judgement.ts';
import { namedScale } from '../src/verify/similarity.ts';
import type { JudgeKit } from '../src/verify/verify.ts';
import { loadVision } from '../src/vision/faces.ts';
import { probeDecoder } from '../src/vision/video/find-decoder.ts';
import { rewriteAsMp4 } from '../src/vision/video/rewrite.ts';
import { type Cost, childrenCpuMs, measureJudgement, tellCost, tellStages } from './judge-run.ts';
import { quantile } from './quantile.ts';
import { prepareRecording } from './recording.ts';

const runs = 8;
const aimSeconds = 1.5;
const farAimSeconds = 0.7;

async function rewriteMs(kit: JudgeKit, path: string): Promise<number> {
  const before = childrenCpuMs();
  const outcome = await rewriteAsMp4(kit.decoder, path, `${path}.rewritten`);
  rmSync(`${path}.rewritten`, { force: true });
  return outcome.ok ? childrenCpuMs() - before : Number.NaN;
}

/** Processor seconds of a judged clip of 5 s at 480x640, by stage. */
export async function benchJudgeCost(): Promise<void> {
  const recording = await prepareRecording();
  if (!recording) return console.log('judge cost: skipped, the clips for development are not at hand');
  if (process.platform !== 'linux')
    return console.log('judge cost: skipped, a decoder is timed on Linux only');
  const decoder = await probeDecoder();
  if (!decoder.ok) return console.log(`judge cost: skipped, ${decoder.text}`);
  const kit = { vision: await loadVision(), decoder: decoder.decoder, scale: namedScale('default') };
  const { path: videoPath, photo: referencePhoto } = recording;
  const request = { ...nothingKnown, videoPath, referencePhoto };
  await measureJudgement(kit, request);
  const costs: Cost[] = [];
  for (let run = 0; run < runs; run++) costs.push(await measureJudgement(kit, request));
  console.log(`a judged clip of 5 s at 480x640, n ${runs}, decoder ${decoder.version.slice(0, 40)}`);
  const median =
    quantile(
      costs.map(({ totalMs }) => totalMs),
      0.5,
    ) / 1000;
  const far = median > farAimSeconds ? `${Math.round(100 * (1 - farAimSeconds / median))} % less` : 'reached';
  tellStages(costs, ` (aim ${aimSeconds}; ${farAimSeconds} would be ${far})`);
  tellCost('kept as MP4', [await rewriteMs(kit, videoPath)], ', beside it');
}

if (import.meta.main) await benchJudgeCost();
