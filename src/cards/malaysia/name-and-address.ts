import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import { boundsOf, joinPieces, type Piece, pieceOf } from '../piece.ts';
import { rowsOf } from '../rows.ts';
import { isOwnPrint } from './print.ts';
import { spellAddressLine } from './spell-address.ts';

/** Words that an address begins with, where its first line has no digit. */
const addressWords =
  /^(?:NO|LOT|PT|JALAN|JLN|LORONG|LRG|KG|KAMPUNG|KAMPONG|BLOK|BLK|BLOCK|TAMAN|TMN|FLAT|PANGSAPURI|APARTMENT|APT|KONDO\w*|RUMAH|FELDA|LEBUH|LEBUHRAYA|PERSIARAN|UNIT|TINGKAT|BATU|PETI|D\/A|SIMPANG|LADANG|KUARTERS|DESA|BANDAR|SEKSYEN)\b/;

/** A name that begins a line so goes on from the line above. */
const nameGoesOn = /^(?:BIN|BINTI|BT|BTE|A\/L|A\/P|S\/O|D\/O|ANAK|@)\b/;
/** A name that ends a line so goes on in the next. */
const nameIsCut = /(?:^|\s)(?:BIN|BINTI|BT|BTE|A\/L|A\/P|S\/O|D\/O|ANAK|@)$/;

/** How far a line of the block may begin from the block's left edge, in widths of the card. */
const sameLeft = 0.045;
/** Lines further apart than this, in line steps of the block, do not belong to it. */
const blockGap = 2.6;
/** A name is apart from the address by this many times the step between the address's lines. */
const apart = 1.18;
const mostNameRows = 3;

export type NameAndAddress = { readonly name: Piece | null; readonly address: Piece | null };

/**
 * The block at the lower left: the name, then three to five lines of the address. Nothing on the card labels them. `from`:
 * the lower edge of the number, above all of it.
 */
export function nameAndAddressOf(page: CardPage, from: number): NameAndAddress {
  const rows = blockOf(page, from);
  const nameRows = countNameRows(rows.map(({ piece }) => piece));
  const pieces = rows.map(({ piece }) => piece);
  const name = joinPieces(pieces.slice(0, nameRows));
  const address = pieces.slice(nameRows).map((piece, row, { length }) => ({
    ...piece,
    text: spellAddressLine(piece.text, row === length - 1),
  }));
  return { name, address: joinPieces(address) };
}

type Row = { readonly piece: Piece };

function blockOf(page: CardPage, from: number): readonly Row[] {
  const lines = page.lines.filter(
    (line) =>
      line.box.top > from - 0.2 * (line.box.bottom - line.box.top) &&
      line.box.left < 0.5 * page.width &&
      !isOwnPrint(line) &&
      /[\p{L}\d]{2}/u.test(line.text),
  );
  const left = leftEdgeOf(lines, sameLeft * page.width);
  const rows = rowsOf(lines).flatMap((row) => rowAt(row, left, sameLeft * page.width));
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
function rowAt(row: readonly TextLine[], left: number, tolerance: number): readonly Row[] {
  const start = row.findIndex(({ box }) => Math.abs(box.left - left) <= tolerance);
  if (start < 0) return [];
  const pieces: Piece[] = [];
  let end = Number.NaN;
  for (const line of row.slice(start)) {
    const height = line.box.bottom - line.box.top;
    if (line.box.left - end > 2 * height) break;
    const piece = pieceOf(line);
    if (piece) pieces.push(piece);
    end = line.box.right;
  }
  const piece = joinPieces(pieces);
  return piece ? [{ piece }] : [];
}

/** Rows that follow each other closely; a stray line far above or below is none of them. */
function withoutStrays(rows: readonly Row[]): readonly Row[] {
  const step = usualStep(rows);
  const blocks: Row[][] = [];
  for (const row of rows) {
    const before = blocks.at(-1)?.at(-1);
    if (before && topOf(row) - topOf(before) <= blockGap * step) blocks.at(-1)?.push(row);
    else blocks.push([row]);
  }
  return blocks.toSorted((first, second) => second.length - first.length)[0] ?? [];
}

function topOf({ piece }: Row): number {
  return boundsOf(piece.boxes).top;
}

function usualStep(rows: readonly Row[]): number {
  const steps = rows.slice(1).map((row, at) => topOf(row) - topOf(rows[at] as Row));
  return steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? Number.POSITIVE_INFINITY;
}

function countNameRows(pieces: readonly Piece[]): number {
  const most = Math.min(mostNameRows, pieces.length - 1);
  for (let row = 1; row <= most; row++) {
    const text = pieces[row]?.text.toUpperCase() ?? '';
    const before = pieces[row - 1]?.text.toUpperCase() ?? '';
    if (nameGoesOn.test(text) || nameIsCut.test(before)) continue;
    if (/\d/.test(text) || addressWords.test(text)) return row;
  }
  return Math.max(1, rowsByGap(pieces, most));
}

/** Where no line looks like an address: the name ends where the first lines are furthest apart. */
function rowsByGap(pieces: readonly Piece[], most: number): number {
  const tops = pieces.map(({ boxes }) => boundsOf(boxes).top);
  const steps = tops.slice(1).map((top, at) => top - (tops[at] as number));
  const usual = Math.min(...steps);
  const widest = steps.slice(0, most).findIndex((step) => step > apart * usual);
  return widest < 0 ? 1 : widest + 1;
}
