import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { ReadDate } from '../dates.ts';
import type { FoundLabel } from '../find-label.ts';
import { pieceOf } from '../piece.ts';
import type { Labels } from '../value-near.ts';
import { type Found, findValue } from './find-value.ts';
import { philippineDates } from './print-date.ts';

/** The date of a label; `printed` of its value is as the card has it. */
export function findDate(
  lines: readonly TextLine[],
  label: FoundLabel | undefined,
  labels: Labels,
): Found<ReadDate> | null {
  return findValue(lines, label, labels, (text) => philippineDates(text)[0] ?? null);
}

/** Every date that these lines print, earliest day first: for cards that say what a date is by its place alone. */
export function allDates(lines: readonly TextLine[]): readonly Found<ReadDate>[] {
  const found = lines.flatMap((line) =>
    philippineDates(line.text).flatMap((value) => {
      const piece = pieceOf(line, value.start, value.end);
      return piece === null ? [] : [{ value, piece }];
    }),
  );
  return found.toSorted((a, b) => orderOf(a.value) - orderOf(b.value));
}

/** Grows with the day; not a number of days. */
export function orderOf({ year, month, day }: Pick<ReadDate, 'year' | 'month' | 'day'>): number {
  return (year * 100 + month) * 100 + day;
}
