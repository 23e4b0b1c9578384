import type { Box } from '../../vision/geometry.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import { boundsOf } from '../piece.ts';
import { middleY, rowsOf } from '../rows.ts';
import { tidyThai } from './thai-text.ts';

/** A row of Thai print, read with a reader that knows the script. */
export type ThaiRow = { readonly text: string; readonly box: Box; readonly score: number };

/** Marks above and below the letters need this much room, in heights of the row. */
const room = 0.3;
/** What is left out at both edges of the card, in shares of its width. */
const sideMargin = 0.02;
/** Rows of address and religion on one card at the most. */
const mostRows = 5;

/** Reads one zone as a single line of Thai; null where nothing is read. */
export async function readThaiLine(page: CardPage, box: Box): Promise<ThaiRow | null> {
  const margin = (box.bottom - box.top) * room;
  const zone = { ...box, top: box.top - margin, bottom: box.bottom + margin };
  const lines = await page.lookAgain(zone, { script: 'thai', isOneLine: true });
  const text = tidyThai(lines.map((line) => line.text).join(' '));
  if (!text) return null;
  return { text, box, score: Math.min(...lines.map((line) => line.score)) };
}

/**
 * The zone of the one row between two heights, over the whole width: as high as what was seen of it, or as fits between
 * them with room for marks.
 */
export function wholeRow(page: CardPage, top: number, bottom: number): Box {
  const seen = rowsBetween(page, top, bottom, page.width).at(-1);
  const spare = ((bottom - top) * room) / (1 + 2 * room);
  const heights = seen ?? { top: top + spare, bottom: bottom - spare };
  const side = page.width * sideMargin;
  return { left: side, right: page.width - side, top: heights.top, bottom: heights.bottom };
}

/** The printed row whose middle lies between two heights of the page, of those lines that begin left of `right`. */
function rowsBetween(page: CardPage, top: number, bottom: number, right: number): readonly Box[] {
  const inside = page.lines.filter(
    ({ box }) => middleY(box) > top && middleY(box) < bottom && box.left < right,
  );
  return rowsOf(inside).map((row) => boundsOf(cutAt(row, right)));
}

/** Reads the printed rows between two heights one after the other. */
export async function readThaiRows(
  page: CardPage,
  top: number,
  bottom: number,
  right: number,
): Promise<readonly ThaiRow[]> {
  const rows: ThaiRow[] = [];
  for (const box of rowsBetween(page, top, bottom, right).slice(0, mostRows)) {
    const row = await readThaiLine(page, box);
    if (row) rows.push(row);
  }
  return rows;
}

function cutAt(row: readonly TextLine[], right: number): readonly Box[] {
  return row.map(({ box }) => ({ ...box, right: Math.min(box.right, right) }));
}
