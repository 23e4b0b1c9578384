import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JudgedRow } from './judged-row.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, '.cache', 'attack');

/** What decides about a row: the judge, the networks' reading, and what the recordings are made by. */
const sources = [
  'src/{verify,vision,capture/challenge}/**/*.ts',
  'src/result-codes.ts',
  'models/manifest.json',
  'test/attack/*.ts',
  'test/attack/species/*.ts',
  'test/support/*.ts',
];
/** These only show what was measured. */
const showing = /\.test\.ts$|\/(attack|report[a-z-]*|memory|rates)\.ts$/;

/** Rows that were measured with the very code that is here; a run that was broken off goes on from them. */
export function openMemory(): { readonly rows: readonly JudgedRow[]; keep(row: JudgedRow): void } {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${fingerprint()}.jsonl`);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return {
    // A last line that was cut off by a power failure is made again.
    rows: lines.flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as JudgedRow] : [])),
    keep: (row) => appendFileSync(path, `${JSON.stringify(row)}\n`),
  };
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root }).filter((path) => !showing.test(path));
  for (const path of files.sort()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex').slice(0, 12);
}
