import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { carryRows, readRows } from './carried-rows.ts';
import type { JudgedRow } from './judged-row.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, '.cache', 'attack');

/** What a row comes from: the thread that makes it, with all that it imports, and the networks. */
const maker = join(root, 'test/attack/attack-worker.ts');
const networks = join(root, 'models/manifest.json');

/**
 * Rows that were measured with the very code that is here, on this machine or among the published ones; a run that was broken off goes on
 * from them.
 */
export function openMemory(published: readonly JudgedRow[]): {
  readonly rows: readonly JudgedRow[];
  /** Remembers a row; returns it with the name of the code. */
  keep(row: JudgedRow): JudgedRow;
} {
  mkdirSync(folder, { recursive: true });
  const measuredBy = fingerprint();
  const path = join(folder, `${measuredBy}.jsonl`);
  const own = existsSync(path) ? readRows(path) : [];
  const others = published.filter((row) => row.measuredBy === measuredBy);
  return {
    rows: carryRows(own, [others]).rows,
    keep: (row) => {
      appendFileSync(path, `${JSON.stringify(row)}\n`);
      return { ...row, measuredBy };
    },
  };
}

/** Of every file of ours that the maker loads, so that changes elsewhere (a page, another test) cost no measured row. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of [...importedFrom(maker), networks].sort())
    hash.update(relative(root, path)).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}

/** The file and, through its relative imports, all others; types, which do not run, are left out. */
function importedFrom(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const importing = /(?:^(?:import|export)(?! type\b)[^;]*?from |\bimport\(|^import )'(\.[^']+\.ts)'/gm;
  for (const [, name] of readFileSync(path, 'utf8').matchAll(importing))
    importedFrom(join(dirname(path), name as string), seen);
  return seen;
}
