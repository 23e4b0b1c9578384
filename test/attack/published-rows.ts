import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { type JudgedRow, keyOf } from './judged-row.ts';

/** Rows that docs/attack-lab.md stands on: it takes a day of a core and more to measure them, and no machine is kept that long. */
const published = new URL('./published-rows.jsonl.br', import.meta.url);

/** Beyond these digits a signal says nothing. */
const digits = 5;

export function readPublished(path: URL = published): readonly JudgedRow[] {
  if (!existsSync(path)) return [];
  const lines = brotliDecompressSync(readFileSync(path)).toString().split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as JudgedRow);
}

/** Writes them all anew, in the order of their names, so that the same rows make the same file. */
export function publish(rows: readonly JudgedRow[], path: URL = published): void {
  const sorted = rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  writeFileSync(path, brotliCompressSync(sorted.map((row) => JSON.stringify(rounded(row))).join('\n')));
}

function rounded(row: JudgedRow): JudgedRow {
  const signals = Object.entries(row.signals).map(([name, value]) => [
    name,
    typeof value === 'number' ? Number(value.toPrecision(digits)) : value,
  ]);
  return { ...row, signals: Object.fromEntries(signals) };
}
