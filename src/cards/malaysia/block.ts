import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import { boundsOf, joinPieces, type Piece } from '../piece.ts';
import { rowsOf } from '../rows.ts';
import { isOwnPrint, withoutOwnPrint } from './print.ts';

/** How far a line of the block may begin from the block's left edge, in widths of the card. */
const sameLeft = 0.045;
/** Lines further apart than this, in line steps of the block, do not belong to it. */
const blockGap = 2.6;

/**
 * The rows of the block at the lower left, name and address, top to bottom; and rows that stand above it, apart. `from`:
 * the lower edge of the number, which is above all of it on every known card; where next to nothing is below it, all
 * of the card is looked at.
 */
export function blockOf(page: CardPage, from: number): { block: readonly Piece[]; above: readonly Piece[] } {
  const isText = (line: TextLine) =>
    !isOwnPrint(line) && /[\p{L}\d]{2}/u.test(line.text) && !/\d{6}.?\d{2}.?\d{4}/.test(line.text);
  const lines = page.lines.filter(isText);
  const isBelow = ({ box }: TextLine) => box.top > from - 0.2 * (box.bottom - box.top);
  const isLeft = ({ box }: TextLine) => box.left < 0.5 * page.width;
  const found = [
    lines.filter((line) => isBelow(line) && isLeft(line)),
    lines.filter(isBelow),
    lines.filter(isLeft),
  ].find((some) => some.length >= 2);
  const left = leftEdgeOf(found ?? [], sameLeft * page.width);
  const rows = rowsOf(found ?? []).flatMap((row) => rowAt(row, left, sameLeft * page.width));
  return withoutStrays(rows);
}

/** Where most lines begin: the leftmost of the largest group. */
function leftEdgeOf(lines: readonly TextLine[], tolerance: number): number {
  let best = { count: 0, left: 0 };
  for (const { box } of lines) {
    const group = lines.filter((other) => Math.abs(other.box.left - box.left) <= tolerance);
    if (group.length > best.count) best = { count: group.length, left: box.left };
  }
  return best.left;
}

/** A row that begins at the block's left edge, up to the first wide gap: what stands beyond it is another column. */
function rowAt(row: readonly TextLine[], left: number, tolerance: number): readonly Piece[] {
  const start = row.findIndex(({ box }) => Math.abs(box.left - left) <= tolerance);
  if (start < 0) return [];
  const pieces: Piece[] = [];
  let end = Number.NaN;
  for (const line of row.slice(start)) {
    const height = line.box.bottom - line.box.top;
    if (line.box.left - end > 2 * height) break;
    const piece = withoutOwnPrint(line);
    if (piece) pieces.push(piece);
    end = line.box.right;
  }
  const piece = joinPieces(pieces);
  return piece ? [piece] : [];
}

/** Rows that follow each other closely; a stray line far below is none of them, one above may be. */
function withoutStrays(rows: readonly Piece[]): { block: readonly Piece[]; above: readonly Piece[] } {
  const step = usualStep(rows);
  const blocks: Piece[][] = [];
  for (const row of rows) {
    const before = blocks.at(-1)?.at(-1);
    if (before && topOf(row) - topOf(before) <= blockGap * step) blocks.at(-1)?.push(row);
    else blocks.push([row]);
  }
  const block = blocks.toSorted((first, second) => second.length - first.length)[0] ?? [];
  return { block, above: blocks[blocks.indexOf(block) - 1] ?? [] };
}

function topOf({ boxes }: Piece): number {
  return boundsOf(boxes).top;
}

function usualStep(rows: readonly Piece[]): number {
  const steps = rows.slice(1).map((row, at) => topOf(row) - topOf(rows[at] as Piece));
  return steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? Number.POSITIVE_INFINITY;
}
