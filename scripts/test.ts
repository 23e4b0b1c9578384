import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInLanes } from './test-lanes.ts';
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

if (named.length === 0) {
  check('type check', ['node_modules/typescript/bin/tsc', '--noEmit']);
  check('type check of the page', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'page']);
  check('lint and format', ['node_modules/@biomejs/biome/bin/biome', 'ci', '.']);
}

if (!options.includes('--static')) {
  const timeoutMs = options.includes('--full') ? 3_600_000 : 900_000;
  await report(runInLanes(testFiles(), timeoutMs), process.stdout);
}
