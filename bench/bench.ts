import { availableParallelism, cpus, loadavg } from 'node:os';
import { benchCardCost } from './card-cost.ts';
import { benchDetector } from './detector.ts';
import { benchGetRate } from './get-rate.ts';
import { benchJudgeCost } from './judge-cost.ts';
import { benchLevel4 } from './level4.ts';
import { benchPage } from './page.ts';
import { benchUpload } from './upload.ts';
import { benchVerdict } from './verdict.ts';

/** `npm run bench`: everything, or those parts that are named: `npm run bench -- get judge`. */
const parts = {
  get: { title: 'Signed Get against a bare echo', run: benchGetRate },
  verdict: { title: 'From the end of the upload to the verdict', run: benchVerdict },
  judge: { title: 'What a judgement costs', run: benchJudgeCost },
  level4: { title: 'What a judgement at level 4 costs, beside human', run: benchLevel4 },
  card: { title: 'What it costs to read a card', run: benchCardCost },
  page: { title: 'The page over a slow line on a slow phone', run: benchPage },
  upload: { title: 'An upload over a slow line that drops for three seconds', run: benchUpload },
  detector: { title: "The page's face detector on a slow phone and a slow line", run: benchDetector },
} as const;

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

const load = loadavg().map((value) => value.toFixed(1));
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} x ${cpus()[0]?.model}, Node ${process.version}`,
);
console.log(
  `load before: ${load.join(', ')}${(loadavg()[0] ?? 0) > 1 ? ' (busy: only ratios within a part mean something)' : ''}`,
);
for (const [name, { title, run }] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n${title}`);
  await run();
}
