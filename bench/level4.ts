import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { nothingKnown } from '../src/verify/judgement.ts';
import { namedScale } from '../src/verify/similarity.ts';
import { loadVision } from '../src/vision/faces.ts';
import { probeDecoder } from '../src/vision/video/find-decoder.ts';
import type { HumanRound } from './human-run.ts';
import { type Cost, measureJudgement, tellCost, tellStages } from './judge-run.ts';
import { prepareAnswer } from './level4-recording.ts';
import { quantile } from './quantile.ts';

const rounds = 8;
const aimSeconds = 1;

async function startHuman(path: string): Promise<ChildProcess> {
  const { installLocked } = await import(new URL('../scripts/ensure/dependencies.mjs', import.meta.url).href);
  installLocked(fileURLToPath(new URL('./rivals/', import.meta.url)), ['--ignore-scripts']);
  const child = fork(new URL('./human-run.ts', import.meta.url), [path]);
  await once(child, 'message');
  return child;
}

async function lookOnce(human: ChildProcess): Promise<HumanRound> {
  human.send('look');
  const [round] = await once(human, 'message');
  return round as HumanRound;
}

/**
 * Processor seconds of a judged clip of 5 s at level 4, all signals and the comparison, by stage; and of `@vladmandic/human` over the same
 * pictures, a round of the one after a round of the other.
 */
export async function benchLevel4(): Promise<void> {
  const recording = await prepareAnswer();
  if (!recording) return console.log('level 4: skipped, the clips for development are not at hand');
  if (process.platform !== 'linux') return console.log('level 4: skipped, a decoder is timed on Linux only');
  const decoder = await probeDecoder();
  if (!decoder.ok) return console.log(`level 4: skipped, ${decoder.text}`);
  const kit = { vision: await loadVision(), decoder: decoder.decoder, scale: namedScale('default') };
  const { path: videoPath, photo: referencePhoto, challenge } = recording;
  const human = await startHuman(videoPath);
  try {
    const costs: Cost[] = [];
    const theirs: HumanRound[] = [];
    for (let round = -1; round < rounds; round++) {
      const [cost, their] = [
        await measureJudgement(kit, { ...nothingKnown, videoPath, referencePhoto, challenge }),
        await lookOnce(human),
      ];
      // The first one of each pays for what is done once.
      if (round < 0) continue;
      costs.push(cost);
      theirs.push(their);
    }
    tell(costs, theirs);
  } finally {
    human.kill();
  }
}

function tell(costs: readonly Cost[], theirs: readonly HumanRound[]): void {
  const { livenessCode, compareCode } = costs[0]!.judgement;
  console.log(
    `5 s at 480x640, 30 frames a second, n ${costs.length}; liveness ${livenessCode}, comparison ${compareCode}`,
  );
  tellStages(costs, ` (aim ${aimSeconds})`);
  const { frames, facesScored } = theirs[0]!;
  tellCost(
    '@vladmandic/human',
    theirs.map(({ cpuMs }) => cpuMs),
    `, decoding not counted; ${frames} pictures, ${facesScored} with mesh and both scores`,
  );
  const ratios = costs.map(({ totalMs }, at) => totalMs / theirs[at]!.cpuMs);
  const [least, median, most] = [0, 0.5, 1].map((share) => quantile(ratios, share).toFixed(2));
  console.log(`  ours over theirs   ${median} (${least} to ${most})`);
}

if (import.meta.main) await benchLevel4();
