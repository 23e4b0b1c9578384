import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type JudgedRow, keyOf } from './judged-row.ts';

/** Rows of one memory file, named by the code that measured them; a last line that was cut off by a power failure is left out. */
export function readRows(path: string): readonly JudgedRow[] {
  const measuredBy = basename(path, '.jsonl');
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => (line.endsWith('}') ? [{ ...(JSON.parse(line) as JudgedRow), measuredBy }] : []));
}

export type CarriedRows = {
  readonly rows: readonly JudgedRow[];
  /** How many of them are of other code. */
  readonly carried: number;
  /** Of recordings that both have: how many there are, and how many the other code judged by the same code of the API. */
  readonly twice: number;
  readonly alike: number;
};

/**
 * What the present code measured, and of recordings that it has not made what other code said, the files given first before those
 * given later. Whoever asks for it must know why that code's verdicts still hold; `twice` and `alike` show whether they do.
 */
export function carryRows(
  present: readonly JudgedRow[],
  others: readonly (readonly JudgedRow[])[],
): CarriedRows {
  const known = new Map(present.map((row) => [keyOf(row), row]));
  const carried = new Map<string, JudgedRow>();
  const compared = new Map<string, boolean>();
  for (const row of others.flat()) {
    const key = keyOf(row);
    const own = known.get(key);
    // The present code's own rows are among the published ones too.
    const isOther = row.measuredBy === undefined || row.measuredBy !== own?.measuredBy;
    if (own && isOther && !compared.has(key)) compared.set(key, own.code === row.code);
    if (!own && !carried.has(key)) carried.set(key, row);
  }
  return {
    rows: [...present, ...carried.values()],
    carried: carried.size,
    twice: compared.size,
    alike: [...compared.values()].filter(Boolean).length,
  };
}
