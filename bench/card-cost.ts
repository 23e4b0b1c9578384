import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CardTypeName } from '../src/cards/card-type.ts';
import { photograph } from '../src/specimen/camera/photograph.ts';
import { makeSpecimen } from '../src/specimen/make-specimen.ts';
import { cardMemory } from '../src/verify/card/card-process.ts';
import { engines } from './card-engines.ts';
import type { EngineRun } from './card-run.ts';
import { quantile } from './quantile.ts';

const aim = { cpuSeconds: 0.8, megabytes: 450 };

/** Cards whose print is Latin: what all three engines can read. */
const types: readonly CardTypeName[] = [
  'MLIDCard',
  'IndonesiaIDCard',
  'PhilippinesDrivingLicense',
  'PhilippinesUMID',
];
const seeds = [1, 2, 3];

type Photo = { readonly file: string; readonly values: readonly string[] };

async function takePhotos(folder: string): Promise<readonly Photo[]> {
  const photos: Photo[] = [];
  for (const type of types) {
    for (const seed of seeds) {
      const { front, truth } = await makeSpecimen({ type, seed });
      const { jpeg } = await photograph(front, truth.front, { seed, severity: 'ordinary' });
      const file = join(folder, `${type}-${seed}.jpg`);
      await writeFile(file, jpeg);
      photos.push({ file, values: Object.values(truth.normal).filter((value) => value !== null) });
    }
  }
  return photos;
}

async function run(engine: string, photos: readonly Photo[]): Promise<EngineRun> {
  const program = fileURLToPath(new URL('./card-run.ts', import.meta.url));
  const args = [program, engine, ...photos.map(({ file }) => file)];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    maxBuffer: 1e8,
    // As the server starts the process that reads cards.
    env: engine === 'selfsame' ? { ...process.env, ...cardMemory } : process.env,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) as string);
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** Share of the printed values that stand in the text an engine read, without spaces, case and accents. */
function shareFound(photos: readonly Photo[], { texts }: EngineRun): number {
  const found = photos.flatMap(({ values }, at) =>
    values.map((value) => fold(texts[at] ?? '').includes(fold(value))),
  );
  return found.filter(Boolean).length / found.length;
}

function tellStages({ stages }: EngineRun): void {
  if (stages.length === 0) return;
  const names = [...new Set(stages.flatMap((own) => Object.keys(own)))];
  const medians = names.map((name) => {
    const median = quantile(
      stages.map((own) => own[name] ?? 0),
      0.5,
    );
    return `${name} ${(median / 1000).toFixed(2)}`;
  });
  console.log(`    of which ${medians.join(', ')}`);
}

/** What it costs to read a card, beside two engines that read text, on the same photos (SIMULATED, ordinary). */
export async function benchCardCost(): Promise<void> {
  const { installLocked } = await import(new URL('../scripts/ensure/dependencies.mjs', import.meta.url).href);
  installLocked(fileURLToPath(new URL('./rivals/', import.meta.url)), ['--ignore-scripts']);
  const folder = await mkdtemp(join(tmpdir(), 'bench-cards-'));
  try {
    const photos = await takePhotos(folder);
    console.log(
      `${photos.length} simulated photos of ${types.join(', ')}; first card of each engine not counted`,
    );
    for (const engine of Object.keys(engines)) {
      const measured = await run(engine, photos);
      const [median, p95] = [0.5, 0.95].map((share) => quantile(measured.cpuMs, share) / 1000);
      console.log(
        `  ${engine.padEnd(18)} ${median?.toFixed(2)} CPU-s (p95 ${p95?.toFixed(2)}), peak ${measured.peakMegabytes ?? '?'} MB, ` +
          `${Math.round(100 * shareFound(photos, measured))} % of the printed values found`,
      );
      tellStages(measured);
    }
    console.log(`  aim for selfsame: ${aim.cpuSeconds} CPU-s, ${aim.megabytes} MB`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (import.meta.main) await benchCardCost();
