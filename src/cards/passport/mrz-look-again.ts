import type { CardPage } from '../card-page.ts';
import { roomAround } from '../zone.ts';
import { findMrzRows, type Glyph, type MrzRow, mrzRow } from './mrz-rows.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<';

/** Each half of a line takes this share of it, so that the two overlap (design/cards.md §3.5). */
const halfShare = 0.54;
/** Room left around a row, in its heights: rows' boxes are tight. */
const margin = 0.35;
/** Where a page's zone lies when none of it was found: its lowest third (ICAO 9303 part 4 §3.1, zone VII is lower). */
const zoneTop = 0.66;

/** A second reading of a row, whole; null where nothing was read. */
export async function readRowAgain(page: CardPage, row: MrzRow): Promise<MrzRow | null> {
  const lines = await page.lookAgain(roomAround(row.box, margin), {
    script: 'latin',
    alphabet,
    isOneLine: true,
  });
  return lines.length > 0 ? mrzRow(lines) : null;
}

/** A third reading, in two halves that overlap: long lines lose characters where short ones do not. */
export async function readRowInHalves(page: CardPage, row: MrzRow): Promise<MrzRow | null> {
  const zone = roomAround(row.box, margin);
  const share = (zone.right - zone.left) * halfShare;
  const look = { script: 'latin', alphabet, isOneLine: true } as const;
  const left = await page.lookAgain({ ...zone, right: zone.left + share }, look);
  const right = await page.lookAgain({ ...zone, left: zone.right - share }, look);
  if (left.length === 0 || right.length === 0) return null;
  const [first, second] = [mrzRow(left), mrzRow(right)];
  const glyphs = joinHalves(first.glyphs, second.glyphs, (zone.left + zone.right) / 2);
  return { glyphs, box: row.box, score: (first.score + second.score) / 2 };
}

/** The rows of a zone that the reading of the whole page did not find. */
export async function lookForRows(page: CardPage): Promise<readonly MrzRow[]> {
  const zone = { left: 0, top: page.height * zoneTop, right: page.width, bottom: page.height };
  return findMrzRows(await page.lookAgain(zone, { script: 'latin', alphabet }));
}

/** Characters of the first half up to the middle of the line, then those of the second that lie further right. */
function joinHalves(first: readonly Glyph[], second: readonly Glyph[], middle: number): readonly Glyph[] {
  const before = first.filter(({ x }) => x <= middle);
  const step = ((before.at(-1)?.x ?? 0) - (before[0]?.x ?? 0)) / Math.max(1, before.length - 1);
  const from = (before.at(-1)?.x ?? middle) + step / 2;
  return [...before, ...second.filter(({ x }) => x > from)];
}
