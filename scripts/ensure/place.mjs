// Where things are, and how the set-up runs other programs.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, with a trailing slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export function say(text) {
  process.stderr.write(`selfsame set-up: ${text}\n`);
}

/** Runs a program with its output on stderr; throws a plain sentence when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (result.error) throw new Error(`${command} could not be started: ${result.error.message}`);
  if (result.status !== 0) throw new Error(`"${command} ${args.join(' ')}" ended with ${result.status}`);
}

/** The full path of a program on PATH, or undefined. */
export function findProgram(names) {
  for (const name of names) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (found.status === 0 && found.stdout.trim()) return found.stdout.trim();
  }
  return undefined;
}
