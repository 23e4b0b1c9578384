// `npm run attack`: makes presentations and injections, has each judged, and writes docs/attack-lab.md and the rows that it stands on. What
// was measured with the code as it is stands in .cache/attack, so that a run that was broken off goes on; see docs/attack-lab.md for the options.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { addedRows } from './added.ts';
import { allSpecies } from './all-species.ts';
import type { AttackTask } from './attack-worker.ts';
import { carryRows, readRows } from './carried-rows.ts';
import { type JudgedRow, keyOf } from './judged-row.ts';
import { openMemory } from './memory.ts';
import { publish, readPublished } from './published-rows.ts';
import { quickSample } from './quick-sample.ts';
import { renewPage, reportOf } from './report.ts';
import { runTasks } from './run-tasks.ts';
import { levels } from './species.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    add: { type: 'string' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '150' },
    minutes: { type: 'string', default: 'Infinity' },
    processes: { type: 'string', default: '2' },
    species: { type: 'string', default: '' },
    level: { type: 'string' },
    keep: { type: 'string' },
    report: { type: 'boolean', default: false },
    open: { type: 'boolean', default: false },
    carry: { type: 'string', multiple: true, default: [] },
  },
});

const options = {
  processes: Number(values.processes),
  minutes: Number(values.minutes),
  keepIn: values.keep ?? null,
};

/** Every species at every level, one recording of each before there is a second of any. */
function wantedTasks(): readonly AttackTask[] {
  const wanted = new RegExp(values.species);
  const cells = allSpecies
    .filter(({ name }) => wanted.test(name))
    .flatMap(({ name, levels: tried }) =>
      levels
        .filter((level) => tried.includes(level) && (!values.level || values.level === String(level)))
        .map((level) => ({ species: name, level })),
    );
  const from = Number(values.from);
  return Array.from({ length: Math.max(0, Number(values.count) - from) }, (_, at) =>
    cells.map((cell) => ({ ...cell, index: from + at })),
  ).flat();
}

/** Measures what neither the known rows nor the spared ones hold; returns the known rows and the new ones. */
async function measure(
  tasks: readonly AttackTask[],
  known: readonly JudgedRow[],
  keep: (row: JudgedRow) => JudgedRow,
  spared: readonly JudgedRow[] = [],
) {
  const keys = new Set([...known, ...spared].map(keyOf));
  const open = tasks.filter((task) => !keys.has(keyOf(task)));
  const rows = [...known];
  await runTasks(open, options, (row) => {
    rows.push(keep(row));
    process.stderr.write(`\r${rows.length - known.length} of ${open.length} recordings made `);
  });
  process.stderr.write('\n');
  return rows;
}

if (values.add !== undefined) {
  console.log(reportOf(await addedRows(values.add)));
} else if (values.quick) {
  console.log(reportOf(await measure(quickSample, [], (row) => row)));
} else {
  const published = readPublished();
  const memory = openMemory(published);
  const spared = values.open ? published : [];
  const rows = values.report ? memory.rows : await measure(wantedTasks(), memory.rows, memory.keep, spared);
  const page = new URL('../../docs/attack-lab.md', import.meta.url);
  const isPart = values.species !== '' || values.level !== undefined;
  if (isPart) console.log(reportOf(rows));
  else {
    const known = carryRows(rows, [...values.carry.map(readRows), published]);
    publish(known.rows);
    writeFileSync(page, renewPage(readFileSync(page, 'utf8'), known, new Date().toISOString().slice(0, 10)));
  }
}
