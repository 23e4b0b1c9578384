import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { FoundLabel } from '../find-label.ts';
import { joinPieces, type Piece, pieceOf } from '../piece.ts';
import { isSameRow, middleY } from '../rows.ts';
import { type Labels, valueBelow, valueBeside, valueInLine } from '../value-near.ts';
import { isLabelText } from './labels.ts';
import { valueOver, valuesStandOver } from './value-over.ts';

/** A value that passed, and the print that it was taken from. */
export type Found<Value> = { readonly value: Value; readonly piece: Piece };

/** What a text says for a field; null where it cannot be its value. */
export type Accept<Value> = (text: string) => Value | null;

/**
 * The value of a label, wherever this card puts it: in the label's line, beside it, over it where the card's labels stand
 * so, under it in its column, or anywhere in the row under it (columns of values are not always flush with their labels). The first that `accept` takes.
 */
export function findValue<Value>(
  lines: readonly TextLine[],
  label: FoundLabel | undefined,
  labels: Labels,
  accept: Accept<Value>,
): Found<Value> | null {
  if (label === undefined) return null;
  const candidates = [
    () => valueInLine(label, labels),
    () => valueBeside(lines, label, labels),
    () => (valuesStandOver(lines, labels) ? valueOver(lines, label, labels) : null),
    () => valueBelow(lines, label, labels),
    () => rowBelow(lines, label),
  ];
  for (const candidate of candidates) {
    const piece = candidate();
    const value = piece === null || isLabelText(piece.text) ? null : accept(piece.text);
    if (piece !== null && value !== null) return { value, piece };
  }
  return null;
}

/** The nearest row under a label, over the whole width; within three of the label's heights. */
function rowBelow(lines: readonly TextLine[], label: FoundLabel): Piece | null {
  const height = label.box.bottom - label.box.top;
  const under = lines
    .filter((line) => !isSameRow(line.box, label.box) && middleY(line.box) > middleY(label.box))
    .filter((line) => line.box.top < label.box.bottom + 3 * height)
    .toSorted((a, b) => middleY(a.box) - middleY(b.box));
  const [first] = under;
  if (first === undefined) return null;
  const row = under
    .filter((line) => isSameRow(line.box, first.box))
    .toSorted((a, b) => a.box.left - b.box.left);
  return joinPieces(row.map((line) => pieceOf(line)).filter((piece) => piece !== null));
}
