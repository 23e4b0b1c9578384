// Measures the liveness judgement and writes docs/liveness.md:
//   node test/accuracy/liveness.ts [--stills N] [--photos N] [--answers FILE]
// Takes about 10 minutes on two idle cores; needs the clips and photos beside the checkout. With `--answers` what is measured
// is also written there, line by line, and a run that was broken off goes on from it: the code must not have changed.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { clipPath } from '../support/shared-data.ts';
import { findVideoEncoder } from '../support/video-encoder.ts';
import { reportLiveness } from './liveness-report.ts';
import { type Extent, type JudgedPresentation, listTasks, type ScoredPhoto } from './liveness-tasks.ts';

type Answer = { readonly task: number; readonly answer: JudgedPresentation | ScoredPhoto };

const { values } = parseArgs({
  options: {
    stills: { type: 'string', default: '180' },
    photos: { type: 'string', default: '600' },
    answers: { type: 'string' },
  },
});
const extent: Extent = { stills: Number(values.stills), photos: Number(values.photos) };
const encoder = await findVideoEncoder();
if (!encoder || !clipPath('d3')) throw new Error('This needs the clips, and ffmpeg or node-av.');

const answers: Answer[] =
  values.answers && existsSync(values.answers)
    ? readFileSync(values.answers, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
const answered = new Set(answers.map(({ task }) => task));
const count = listTasks(extent, encoder).length;
// In mixed order, so that a run broken off has seen some of everything.
const open = Array.from({ length: count }, (_, at) => (at * 7919) % count).filter(
  (task) => !answered.has(task),
);

// Two threads: as many as the smallest machine that we measure on has cores.
await Promise.all([workOff(), workOff()]);

function workOff(): Promise<void> {
  const worker = new Worker(new URL('./liveness-worker.ts', import.meta.url), { workerData: extent });
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: Answer | 'ready') => {
      if (message !== 'ready') keep(message);
      const task = open.shift();
      if (task !== undefined) worker.postMessage(task);
      else worker.terminate().then(() => resolve(), reject);
    });
  });
}

function keep(answer: Answer): void {
  answers.push(answer);
  if (values.answers) appendFileSync(values.answers, `${JSON.stringify(answer)}\n`);
  process.stderr.write(`\r${answers.length} of ${count}`);
}

const all = answers
  .filter(({ task }) => task < count)
  .sort((first, second) => first.task - second.task)
  .map(({ answer }) => answer);
const isPhoto = (answer: Answer['answer']): answer is ScoredPhoto => answer.kind === 'photo';
const presentations = all.filter((answer): answer is JudgedPresentation => !isPhoto(answer));
const page = reportLiveness(presentations, all.filter(isPhoto));
const path = new URL('../../docs/liveness.md', import.meta.url);
// What stands behind the mark is measured by other programs.
const mark = '\n<!-- measured apart -->\n';
const apart = readFileSync(path, 'utf8').split(mark)[1];
writeFileSync(path, apart === undefined ? page : page + mark + apart);
