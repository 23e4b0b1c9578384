import type { Box } from '../../vision/geometry.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { FoundLabel } from '../find-label.ts';
import { boundsOf, joinPieces, type Piece, pieceOf } from '../piece.ts';
import { isSameRow, middleY, rowsOf } from '../rows.ts';
import { type Labels, valueBeside, valuesBelow } from '../value-near.ts';
import { isHeading, isTitle } from './clutter.ts';
import { isLabelText } from './labels.ts';
import { philippineDates } from './print-date.ts';
import { tidyText, withPlainNoughts } from './tidy-text.ts';
import { rowsOver, valuesStandOver } from './value-over.ts';
import { isAddressLike } from './words.ts';

/** How many lines an address has at most. */
const maxAddressRows = 4;

/**
 * An address by its label: what stands beside it and the rows under it, up to the next label; or the rows over it, on
 * cards that print labels so.
 */
export function findAddress(
  lines: readonly TextLine[],
  label: FoundLabel | undefined,
  labels: Labels,
): Piece | null {
  if (label === undefined) return null;
  if (valuesStandOver(lines, labels)) {
    const over = rowsOver(lines, label, labels, maxAddressRows);
    if (over.length > 0) return tidied(joinPieces(over));
  }
  const beside = valueBeside(lines, label, labels);
  const first = beside === null || isLabelText(beside.text) ? [] : [beside];
  const right = columnEnd(label, labels);
  const below = valuesBelow(lines, label, labels, { rows: maxAddressRows - first.length, right });
  return tidied(joinPieces([...first, ...untilForeign(below)]));
}

/** Where the address's column ends: at a label that stands beside it, else at the picture's edge. */
function columnEnd(label: FoundLabel, labels: Labels): number {
  const beside = Object.values(labels)
    .filter((other) => other !== undefined && other !== label && isSameRow(other.box, label.box))
    .map((other) => other!.box.left)
    .filter((left) => left > label.box.right);
  return Math.min(...beside, Infinity);
}

/** Rows up to the first that cannot belong to an address: a heading, a label, an officer's title. */
function untilForeign(pieces: readonly Piece[]): readonly Piece[] {
  const end = pieces.findIndex(({ text }) => isHeading(text) || isTitle(text) || isLabelText(text));
  return end < 0 ? pieces : pieces.slice(0, end);
}

/** An address without a label: the rows under another field, over the width of the print there. */
export function addressUnder(lines: readonly TextLine[], bottom: number): Piece | null {
  const rows = rowsOf(lines.filter((line) => middleY(line.box) > bottom)).map((row) =>
    joinPieces(row.map((line) => pieceOf(line)).filter((piece) => piece !== null)),
  );
  const own = untilForeign(rows.filter((piece) => piece !== null));
  return tidied(joinPieces(own.slice(0, maxAddressRows)));
}

/**
 * An address without a label that stands under another field (its label included in `above`): the rows from there,
 * flush with it, down to the first that holds a label or a date.
 */
export function addressBetween(
  lines: readonly TextLine[],
  above: readonly Box[],
  labels: Labels,
): Piece | null {
  const labelled = new Set(Object.values(labels).map((label) => label?.line));
  const { left, right, bottom } = boundsOf(above);
  const slack = (above[0]!.bottom - above[0]!.top) * 2;
  const under = lines.filter((line) => middleY(line.box) > bottom);
  const pieces: Piece[] = [];
  for (const row of rowsOf(under)) {
    if (row.some((line) => labelled.has(line) || philippineDates(line.text).length > 0)) break;
    const flush = row.filter(({ box }) => box.left > left - slack && box.left < right);
    const piece = joinPieces(flush.map((line) => pieceOf(line)).filter((part) => part !== null));
    if (piece !== null && (pieces.length > 0 || isAddressLike(piece.text))) pieces.push(piece);
    if (pieces.length === maxAddressRows) break;
  }
  return tidied(joinPieces(untilForeign(pieces)));
}

function tidied(piece: Piece | null): Piece | null {
  return piece === null ? null : { ...piece, text: withPlainNoughts(tidyText(piece.text)) };
}
