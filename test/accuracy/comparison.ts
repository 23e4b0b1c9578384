// Measures the comparison and writes its tables into docs/accuracy.md: `npm run accuracy`. About 10 minutes on two idle
// cores the first time; what was read of the photos is kept in .cache/. Needs photos and clips beside the checkout.
import { readFileSync, writeFileSync } from 'node:fs';
import { embeddingModelName } from '../../src/verify/similarity.ts';
import { measureComparison, measureFrames, measureSpoiling, measureSteps } from './comparison-run.ts';
import {
  choiceTable,
  foldTable,
  profileTable,
  setSentence,
  setTable,
  spoiledTable,
  stepTable,
} from './comparison-tables.ts';
import { putTables } from './put-table.ts';

const page = new URL('../../docs/accuracy.md', import.meta.url);
const pairsAFold = 60;

const comparison = await measureComparison();
const steps = await measureSteps();
const spoiled = await measureSpoiling(pairsAFold);
const frames = await measureFrames();
if (!comparison || !steps || !spoiled || !frames) throw new Error('The photos or the clips are not here.');

const { set, folds, faceless } = comparison;
const measured = new Date().toISOString().slice(0, 10);
const recordings = `${frames[0]?.recordings} recordings of ${frames[0]?.people} people.`;
const tables: Readonly<Record<string, string>> = {
  set: [
    `Measured ${measured} with ${embeddingModelName()}: ${setSentence(set)} Photos without a face: ${faceless}.`,
    setTable(set),
  ].join('\n\n'),
  folds: foldTable(folds),
  profiles: profileTable(set),
  steps: stepTable(steps.figures, steps.costs),
  frames: `${recordings}\n\n${choiceTable(frames)}`,
  spoiled: `${spoiled[0]?.pairs} genuine pairs, ${pairsAFold} of each fold.\n\n${spoiledTable(spoiled)}`,
};
writeFileSync(page, putTables(readFileSync(page, 'utf8'), tables));
process.stderr.write(`portrait: ${steps.costs.portrait.toFixed(0)} ms of CPU each\n`);
