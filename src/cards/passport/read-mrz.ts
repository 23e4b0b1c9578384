import type { CardPage } from '../card-page.ts';
import { chooseMrz, type Mrz, nameLines } from './mrz-choose.ts';
import { lookForRows, readRowAgain, readRowInHalves } from './mrz-look-again.ts';
import { findMrzRows, type MrzRow } from './mrz-rows.ts';
import { type AgreedNames, agreeOnNames } from './names.ts';
import { isLikelyRepair } from './number.ts';
import { type PrintedZone, printedZone } from './printed.ts';

/** A page's machine readable zone, its rows, and the names that its readings and the print agree on. */
export type ReadMrz = {
  readonly mrz: Mrz;
  readonly rows: readonly MrzRow[];
  readonly names: AgreedNames;
  readonly zone: PrintedZone;
};

type Readings = readonly (readonly MrzRow[])[];

/**
 * Reads the zone: as the whole page was read; where a check fails or the names stand alone, once more row by row; and
 * where that does not help, in halves. Null where there is none.
 */
export async function readMrz(page: CardPage): Promise<ReadMrz | null> {
  const found = findMrzRows(page.lines);
  const rows = found.length >= 2 ? found : await lookForRows(page);
  if (rows.length < 2) return null;
  const zone = printedZone(page.lines, Math.min(...rows.map(({ box }) => box.top)));
  let readings: Readings = rows.map((row) => [row]);
  let read = judge(readings, zone);
  for (const look of [readRowAgain, readRowInHalves]) {
    const open = openRows(read, rows.length);
    if (open.length === 0) break;
    readings = await readMore(page, readings, open, look);
    read = judge(readings, zone);
  }
  return read && { ...read, rows: rows.slice(-read.mrz.format.lines), zone };
}

type Judged = { readonly mrz: Mrz; readonly names: AgreedNames };

function judge(readings: Readings, zone: PrintedZone): Judged | null {
  const mayBeNumber = (number: string, read: string) =>
    zone.words.has(number) || isLikelyRepair(number, read);
  const mrz = chooseMrz(readings, mayBeNumber);
  if (!mrz) return null;
  const names = readings.slice(-mrz.format.lines)[mrz.format.names.line]!;
  return { mrz, names: agreeOnNames(mrz.format, nameLines(mrz.format, names), zone) };
}

/** Rows to be read again, by their place among `count`: checked ones while a check fails, the names' while they stand alone. */
function openRows(read: Judged | null, count: number): readonly number[] {
  if (!read) return Array.from({ length: count }, (_, row) => row);
  const { mrz, names } = read;
  const first = count - mrz.format.lines;
  const isUnsure = mrz.failing.length > 0 || mrz.isRepaired;
  const checked = isUnsure ? mrz.format.checks.map(({ digit }) => digit.line) : [];
  const named = names.vouched === 'none' ? [mrz.format.names.line] : [];
  return [...new Set([...checked, ...named])].map((line) => first + line);
}

async function readMore(
  page: CardPage,
  readings: Readings,
  open: readonly number[],
  look: (page: CardPage, row: MrzRow) => Promise<MrzRow | null>,
): Promise<Readings> {
  const more: (readonly MrzRow[])[] = [...readings];
  for (const row of open) {
    const reading = await look(page, readings[row]![0]!);
    if (reading) more[row] = [...readings[row]!, reading];
  }
  return more;
}
