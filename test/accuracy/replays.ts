// Measures how recordings that came before are known, and writes docs/replays.md:
//   node test/accuracy/replays.ts [--sessions N] [--films FILE] [--judged FILE]
// Takes about 20 minutes on an idle core; needs the clips beside the checkout. With `--films` and `--judged` what was filmed and judged is
// also written there, line by line, and read from there another time.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Lab, openLab } from '../attack/lab.ts';
import { putTables } from './put-table.ts';
import { type ReplayFilm, traceFilms } from './replay-films.ts';
import { type JudgedReplay, judgeReplays } from './replay-sessions.ts';
import { falseTable, foundTable, markTable, sessionTable, strangePairs } from './replay-tables.ts';

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '37' },
    films: { type: 'string' },
    judged: { type: 'string' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'replays-'));
const path = join(folder, 'recording');
let lab: Lab | null = null;
const openOnce = async () => (lab ??= await openLab());

/** All that a file has, or else all that is made, and written there. */
async function known<One>(file: string | undefined, make: () => AsyncIterable<One>): Promise<readonly One[]> {
  if (file && existsSync(file)) {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line) as One);
  }
  const made: One[] = [];
  for await (const one of make()) {
    made.push(one);
    if (file) appendFileSync(file, `${JSON.stringify(one)}\n`);
    process.stderr.write(`\r${made.length} `);
  }
  return made;
}

type Kept = Omit<ReplayFilm, 'trace'> & { readonly trace: readonly number[] };
async function* keptFilms(): AsyncGenerator<Kept> {
  for await (const film of traceFilms(await openOnce(), path)) yield { ...film, trace: [...film.trace] };
}
async function* sessions(): AsyncGenerator<JudgedReplay> {
  yield* judgeReplays(await openOnce(), path, Number(values.sessions));
}

try {
  const films = (await known(values.films, keptFilms)).map((film) => ({
    ...film,
    trace: Int16Array.from(film.trace),
  }));
  const pairs = strangePairs(films);
  const tables = {
    'replay-found': foundTable(films),
    'replay-false': falseTable(pairs),
    'replay-left-out': markTable(pairs),
    'replay-sessions': sessionTable(await known(values.judged, sessions)),
  };
  const page = new URL('../../docs/replays.md', import.meta.url);
  writeFileSync(page, putTables(readFileSync(page, 'utf8'), tables));
} finally {
  rmSync(folder, { recursive: true });
}
