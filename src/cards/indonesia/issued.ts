import type { Box } from '../../vision/geometry.ts';
import type { CardPage } from '../card-page.ts';
import { dateIn, formatDate } from '../dates.ts';
import { pieceOf } from '../piece.ts';
import { isSameRow } from '../rows.ts';
import { type Accept, type Accepted, settleValue } from './look-at-value.ts';
import { tightDates } from './tidy.ts';

/** So many digits of a date are seen in a line, or it is none. */
const leastDigits = 5;
/** More of them are a number. */
const mostDigits = 10;

/**
 * The day of issue, which stands by itself under the portrait: the lowest date outside of the rows (`taken`: where those
 * are), on whichever side of them; null where none was read.
 */
export async function findIssued(page: CardPage, taken: readonly Box[]): Promise<Accepted | null> {
  const lines = page.lines
    .filter(({ text }) => digitsIn(text) >= leastDigits && digitsIn(text) <= mostDigits)
    .filter(({ box }) => !taken.some((other) => overlaps(box, other)))
    .toSorted((a, b) => b.box.top - a.box.top);
  for (const line of lines) {
    const piece = pieceOf(line);
    const found = piece && (await settleValue(page, piece, asDate));
    if (found) return found;
  }
  return null;
}

const digitsIn = (text: string) => text.match(/\d/gu)?.length ?? 0;

function overlaps(first: Box, second: Box): boolean {
  return isSameRow(first, second) && first.left < second.right && second.left < first.right;
}

const asDate: Accept = (text) => {
  const date = dateIn(tightDates(text), ['DMY']);
  return date && formatDate(date, 'DD-MM-YYYY');
};
