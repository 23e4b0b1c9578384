import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { ShippedRecord, SpoiledRecord, StepsRecord } from './read-photo.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

type Task = 'shipped' | 'steps' | 'spoils';

const shippedSources = [
  'src/verify/{blockiness,portrait,sharpness}.ts',
  'src/vision/{face-pose,steady-landmarks}.ts',
];

/** Whatever a reading hangs on. A change in one of these, and all is read anew. */
const sources: Readonly<Record<Task, readonly string[]>> = {
  shipped: shippedSources,
  steps: ['test/accuracy/steps.ts'],
  spoils: [...shippedSources, 'test/accuracy/spoil-photo.ts'],
};
const commonSources = [
  'models/manifest.json',
  'src/vision/{crop,geometry,image,main-face,runtime,warp}.ts',
  'src/vision/face-{align,detect,embed,landmarks}.ts',
];

/** Photos as the product reads them: about 0.04 s each on two idle cores; kept. */
export function readAllShipped(paths: readonly string[]): Promise<readonly ShippedRecord[]> {
  return readAll<ShippedRecord>('shipped', paths);
}

/** Photos in each step of the way: about 0.06 s each on two idle cores; kept. */
export function readAllInSteps(paths: readonly string[]): Promise<readonly StepsRecord[]> {
  return readAll<StepsRecord>('steps', paths);
}

/** Photos spoiled in every way: about 0.6 s each on two idle cores; kept. */
export function readAllSpoiled(paths: readonly string[]): Promise<readonly SpoiledRecord[]> {
  return readAll<SpoiledRecord>('spoils', paths);
}

/** Keeps what was read every so often, so that a run that is broken off goes on where it was. */
async function readAll<Read extends { readonly path: string }>(
  task: Task,
  paths: readonly string[],
): Promise<readonly Read[]> {
  const kept = `${root}.cache/accuracy/${task}-${fingerprint(task, paths)}.bin`;
  const records = existsSync(kept) ? (deserialize(readFileSync(kept)) as Read[]) : [];
  const known = new Set(records.map(({ path }) => path));
  const missing = paths.filter((path) => !known.has(path));
  const take = (record: Read): void => {
    records.push(record);
    if (records.length % 250 > 0 && records.length < paths.length) return;
    process.stderr.write(`${task}: ${records.length} of ${paths.length} photos\n`);
    keep(kept, records);
  };
  const threads = Math.min(2, availableParallelism(), missing.length);
  const parts = Array.from({ length: threads }, (_, thread) =>
    missing.filter((_path, at) => at % threads === thread),
  );
  await Promise.all(parts.map((part) => readInThread<Read>(task, part, take)));
  return records.sort((first, second) => (first.path < second.path ? -1 : 1));
}

/** Renamed when whole: two runs at once must not read each other's half. */
function keep(path: string, records: readonly unknown[]): void {
  mkdirSync(`${root}.cache/accuracy`, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, serialize(records));
  renameSync(`${path}.${process.pid}`, path);
}

function readInThread<Read>(task: Task, paths: readonly string[], take: (record: Read) => void) {
  return new Promise<void>((resolve, reject) => {
    const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { workerData: { task, paths } });
    worker.on('message', take);
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('A reading thread died.'))));
  });
}

function fingerprint(task: Task, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync([...commonSources, ...sources[task]], { cwd: root }).sort()) {
    if (!file.endsWith('.test.ts')) hash.update(file).update(readFileSync(`${root}${file}`));
  }
  return hash.update(paths.join('\n')).digest('hex').slice(0, 16);
}
