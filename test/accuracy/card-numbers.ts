// Measures how often a number with a check digit passes and is wrong, and writes the table of docs/card-accuracy.md:
// `npm run accuracy -- card-numbers [--seeds N] [--types A,B] [--processes N] [--minutes N] [--dry]`. 30 poor
// scans a seed; the default of 100 seeds takes two hours or three. What was read is kept in .cache/, delete it after a change.
import { readAll } from './card-readings.ts';
import { cardRun, writeTables } from './card-run.ts';
import { wrongPassTable } from './card-tables.ts';
import { forSeeds, numberTasks } from './card-tasks.ts';

const { run, isDry, seeds, types } = cardRun('card-numbers', { seeds: '100' });
const reads = await readAll(
  forSeeds(seeds, (seed) => numberTasks(types, seed)),
  run,
);
const measured = `Measured ${new Date().toISOString().slice(0, 10)}.`;
writeTables('card-accuracy.md', { wrong: `${measured}\n\n${wrongPassTable(reads)}` }, isDry);
