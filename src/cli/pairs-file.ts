import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** One row of a file of pairs, names as they stand in it. `same` is null where the file has no such column. */
export type PairRow = { readonly first: string; readonly second: string; readonly same: boolean | null };

export type PairsFile =
  | { readonly ok: true; readonly rows: readonly PairRow[] }
  | { readonly ok: false; readonly text: string };

const truths: Readonly<Record<string, boolean>> = {
  1: true,
  true: true,
  yes: true,
  0: false,
  false: false,
  no: false,
};

/**
 * Reads a CSV (RFC 4180, UTF-8) whose first line names the columns. `first` and `second` must be among them, `same` (1 or
 * 0) where `needsSame`; others are ignored.
 */
export function readPairsFile(path: string, needsSame: boolean): PairsFile {
  let records: readonly Record<string, string>[];
  try {
    records = parse(readFileSync(path), { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    return { ok: false, text: `${path} cannot be read as CSV: ${(error as Error).message}` };
  }
  const [head] = records;
  if (!head) return { ok: false, text: `${path} holds no pairs.` };
  for (const column of needsSame ? ['first', 'second', 'same'] : ['first', 'second']) {
    if (!(column in head)) return { ok: false, text: `${path} has no column "${column}".` };
  }
  const rows: PairRow[] = [];
  for (const [at, { first = '', second = '', same }] of records.entries()) {
    const truth = same === undefined ? null : (truths[same.toLowerCase()] ?? null);
    if (first === '' || second === '' || (needsSame && truth === null)) {
      return { ok: false, text: `${path}: pair ${at + 1} lacks a name, or its "same" is neither 1 nor 0.` };
    }
    rows.push({ first, second, same: truth });
  }
  return { ok: true, rows };
}
