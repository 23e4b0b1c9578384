import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import type { TestsStream } from 'node:test';
import { run } from 'node:test';
import { fileURLToPath } from 'node:url';
import { report } from './test-report.ts';

/**
 * `npm test`: types, lint, format, then every test; `--static` stops before the tests; `--full` adds what takes
 * long (`*.full.ts`). Names of test files after the options run those alone.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

/** Hundreds of processes load the same modules: compiled once, a server is up with a fifth less of processor time. */
process.env.NODE_COMPILE_CACHE ??= `${root}.cache/compiled`;

function check(name: string, args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  process.stderr.write(`${name} failed\n`);
  process.exit(1);
}

function testFiles(): readonly string[] {
  if (named.length > 0) return named.map((name) => `${root}${name}`);
  const patterns = ['{src,page,scripts,test,examples}/**/*.test.ts'];
  if (options.includes('--full')) patterns.push('test/**/*.full.ts');
  return globSync(patterns, { cwd: root, exclude: (name) => name === 'node_modules' || name === 'dist' })
    .sort()
    .map((name) => `${root}${name}`);
}

/** What starts servers and browsers, and waits for them half of its time. */
const isTown = /\/test\/(access|chaos|cli|journey|try|wire)\//;

/**
 * Two lanes beside each other, each with about half of the work: in one two towns at a time, which leave a third of two
 * processors idle when they are alone; in the other, one file at a time, what computes. More at a time, even where there
 * are more processors, would make customers wait for pictures and judges for a turn.
 */
function runLanes(files: readonly string[]): readonly TestsStream[] {
  const timeout = options.includes('--full') ? 3_600_000 : 900_000;
  const towns = files.filter((file) => isTown.test(file));
  const others = files.filter((file) => !isTown.test(file));
  const lanes = [
    { files: towns, concurrency: 2 },
    { files: others, concurrency: 1 },
  ].filter((lane) => lane.files.length > 0);
  return lanes.map((lane) => run({ ...lane, timeout }));
}

if (named.length === 0) {
  check('type check', ['node_modules/typescript/bin/tsc', '--noEmit']);
  check('type check of the page', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'page']);
  check('lint and format', ['node_modules/@biomejs/biome/bin/biome', 'ci', '.']);
}

if (!options.includes('--static')) {
  await report(runLanes(testFiles()), process.stdout);
}
