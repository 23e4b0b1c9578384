// Measures the reading of cards on simulated photos of specimens and writes the tables of docs/card-accuracy.md,
// docs/accuracy.md and docs/warnings.md:
// `npm run accuracy -- cards [--seeds N] [--types A,B] [--processes N] [--minutes N] [--misses FILE] [--dry]`.
// About 220 photos a seed, 3 CPU-seconds each. What was read is kept in .cache/, delete it after a change.
import { writeFileSync } from 'node:fs';
import type { CardRead } from './card-readings.ts';
import { readAll } from './card-readings.ts';
import { cardRun, writeTables } from './card-run.ts';
import { aimTable, confusionTable, fieldTable, findingTable, nameTable, typeTable } from './card-tables.ts';
import { attackTasks, forSeeds, honestTasks } from './card-tasks.ts';
import { attackTable, honestTable, rejudged, rocTable } from './card-warnings.ts';
import { misreadings } from './misreadings.ts';

const { run, misses, isDry, seeds, types } = cardRun('cards', { seeds: '8' });
const read = await readAll(
  // Attacks on every other seed: for their figures fewer will do.
  forSeeds(seeds, (seed) => [
    ...honestTasks(types, seed),
    ...(seed % 2 === 0 ? attackTasks(types, seed / 2) : []),
  ]),
  run,
);
const reads = read.map(rejudged);
const honest = reads.filter(({ attack }) => attack === null);
const [tuned, heldOut] = [honest.filter((read) => !read.heldOut), honest.filter((read) => read.heldOut)];
if (misses !== null) writeFileSync(misses, misreadings(tuned));

const latin = (of: readonly CardRead[]) => of.filter(({ type }) => type !== 'MainlandIDCard');
const date = new Date().toISOString().slice(0, 10);
const measured = `Measured ${date} on ${honest.length} simulated photos, ${heldOut.length} of them of layouts and typefaces kept apart from tuning.`;
const aims = { 'card-aims': aimTable(latin(tuned)), 'card-aims-held-out': aimTable(latin(heldOut)) };
writeTables('accuracy.md', { 'card-measured': measured, ...aims }, isDry);
writeTables(
  'card-accuracy.md',
  {
    measured,
    types: typeTable(tuned),
    'types-held-out': typeTable(heldOut),
    names: nameTable(honest),
    finding: findingTable(honest),
    confusion: confusionTable(honest),
    fields: fieldTable(tuned),
    'fields-held-out': fieldTable(heldOut),
  },
  isDry,
);
writeTables(
  'warnings.md',
  {
    measured: `Measured ${date}: ${honest.length} honest simulated photos, ${reads.length - honest.length} attacked ones.`,
    honest: honestTable(tuned),
    'honest-held-out': honestTable(heldOut),
    attacks: attackTable(reads),
    roc: rocTable(reads),
  },
  isDry,
);
