import type { CardPage } from '../card-page.ts';
import { dateIn, formatDate } from '../dates.ts';
import { pieceOf } from '../piece.ts';
import { middleX } from '../rows.ts';
import { type Accept, type Accepted, settleValue } from './look-at-value.ts';
import { tightDates } from './tidy.ts';

/** The day of issue stands alone, right of the values, under the portrait: where this share of the width is passed. */
const portraitSide = 0.6;

/** So many digits of a date are seen in a line, or it is none. */
const leastDigits = 5;

/** The day of issue: the lowest date under the portrait; null where none was read. */
export async function findIssued(page: CardPage): Promise<Accepted | null> {
  const lines = page.lines
    .filter(({ box }) => middleX(box) > portraitSide * page.width)
    .filter(({ text }) => (text.match(/\d/gu)?.length ?? 0) >= leastDigits)
    .toSorted((a, b) => b.box.top - a.box.top);
  for (const line of lines) {
    const piece = pieceOf(line);
    const found = piece && (await settleValue(page, piece, asDate));
    if (found) return found;
  }
  return null;
}

const asDate: Accept = (text) => {
  const date = dateIn(tightDates(text), ['DMY']);
  return date && formatDate(date, 'DD-MM-YYYY');
};
