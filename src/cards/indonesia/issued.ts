import type { TextLine } from '../../vision/ocr/text-line.ts';
import { type CalendarDate, dateIn } from '../dates.ts';
import { type Piece, pieceOf } from '../piece.ts';
import { middleX } from '../rows.ts';
import { tightDates } from './tidy.ts';

/** The day of issue stands alone, right of the values, under the portrait: where this share of the width is passed. */
const portraitSide = 0.6;

/** The date right of the body, the lowest if there are several; null where none was read. */
export function findIssued(
  lines: readonly TextLine[],
  width: number,
): { readonly piece: Piece; readonly date: CalendarDate } | null {
  const found = lines.flatMap((line) => {
    if (middleX(line.box) < portraitSide * width) return [];
    const date = dateIn(tightDates(line.text), ['DMY']);
    const piece = date && pieceOf(line);
    return piece ? [{ piece, date, top: line.box.top }] : [];
  });
  return found.toSorted((a, b) => b.top - a.top)[0] ?? null;
}
