import type { Box } from '../vision/geometry.ts';
import type { TextLine } from '../vision/ocr/text-line.ts';
import type { FoundLabel } from './find-label.ts';
import { joinPieces, type Piece, pieceOf, wordsOf } from './piece.ts';
import { isSameRow, middleX, middleY, rowsOf } from './rows.ts';

/** Labels of a card, as `findLabels` gives them: where one begins, the value before it ends. */
export type Labels = Readonly<Record<string, FoundLabel | undefined>>;

/** What may stand between a label and its value. */
const separators = /^[\s:;.,·•=*'"-]+/u;
/** Rows further below than this many heights of the label do not belong to it. */
const maxRowGap = 2.6;
/** Values begin left of their label by no more than this many of its heights. */
const leftSlack = 0.8;

const present = (labels: Labels) => Object.values(labels).filter((label) => label !== undefined);

function withoutSeparators(line: TextLine, start: number, end: number): Piece | null {
  const between = [...line.text].slice(start, end).join('').match(separators)?.[0] ?? '';
  return pieceOf(line, start + [...between].length, end);
}

/** What follows the label in its own line, up to the next label there; null if nothing does. */
export function valueInLine(label: FoundLabel, labels: Labels = {}): Piece | null {
  const following = present(labels).filter(({ line, start }) => line === label.line && start >= label.end);
  return withoutSeparators(label.line, label.end, Math.min(...following.map(({ start }) => start), Infinity));
}

/**
 * The value to the right of a label: in its own line after a colon or straight after it, and in further lines of the
 * same printed row, up to the next of `labels`. Null if there is none.
 */
export function valueBeside(
  lines: readonly TextLine[],
  label: FoundLabel,
  labels: Labels = {},
): Piece | null {
  const others = present(labels).filter((other) => other !== label && isSameRow(other.box, label.box));
  const nextLabel = others.filter((other) => other.box.left >= label.box.right - 1);
  const limit = Math.min(...nextLabel.map((other) => other.box.left), Infinity);
  const beside = lines
    .filter((line) => line !== label.line && isSameRow(line.box, label.box))
    .filter((line) => middleX(line.box) > label.box.right && line.box.left < limit)
    .toSorted((a, b) => a.box.left - b.box.left);
  const pieces = beside.map((line) => {
    const inside = others.filter((other) => other.line === line).map((other) => other.start);
    return withoutSeparators(line, 0, Math.min(...inside, Infinity));
  });
  return joinPieces([valueInLine(label, labels), ...pieces].filter((piece) => piece !== null));
}

export type Below = {
  /** How many printed rows the value may have; 1 if absent. */
  readonly rows?: number;
  /** Where the column ends, in pixels; absent: where the next label on the label's row begins. */
  readonly right?: number;
};

function columnOf(label: FoundLabel, labels: Labels, right: number | undefined): Box {
  const height = label.box.bottom - label.box.top;
  const beside = present(labels)
    .filter((other) => other !== label && isSameRow(other.box, label.box))
    .filter((other) => other.box.left >= label.box.right - 1)
    .map((other) => other.box.left - leftSlack * height);
  return {
    left: label.box.left - leftSlack * height,
    top: middleY(label.box),
    right: right ?? Math.min(...beside, Infinity),
    bottom: Infinity,
  };
}

/** What of a row stands in the column: whole lines, or those words of a line whose middle lies in it. */
function partInColumn(row: readonly TextLine[], column: Box): Piece | null {
  const isInside = (box: Box) => middleX(box) >= column.left && middleX(box) < column.right;
  const pieces = row.flatMap((line) => {
    const fits = line.box.left >= column.left && line.box.right <= column.right + leftSlack;
    if (fits) return [pieceOf(line)].filter((piece) => piece !== null);
    return wordsOf(line).filter((word) => isInside(word.boxes[0]!));
  });
  return joinPieces(pieces);
}

/**
 * The value below a label, as cards print it that have several labels on one row and under each its value: one piece
 * for each row, nearest first, in the label's column. It ends at a row that holds one of `labels` in that column, at
 * a gap of more than 2.6 heights, or after `rows` rows. Lines that run over two columns are cut at the words.
 */
export function valuesBelow(
  lines: readonly TextLine[],
  label: FoundLabel,
  labels: Labels = {},
  { rows = 1, right }: Below = {},
): readonly Piece[] {
  const column = columnOf(label, labels, right);
  const below = lines.filter(
    (line) => !isSameRow(line.box, label.box) && middleY(line.box) > middleY(label.box),
  );
  const found: Piece[] = [];
  let above: Box = label.box;
  for (const row of rowsOf(below)) {
    const piece = partInColumn(row, column);
    if (!piece) continue;
    const box = piece.boxes[0]!;
    const gap = box.top - above.bottom;
    const holdsLabel = present(labels).some(
      (other) => row.includes(other.line) && other.box.left < column.right && other.box.right > column.left,
    );
    if (holdsLabel || gap > maxRowGap * (above.bottom - above.top)) break;
    found.push(piece);
    if (found.length === rows) break;
    above = box;
  }
  return found;
}

/** The first row of `valuesBelow`; null if there is none. */
export function valueBelow(
  lines: readonly TextLine[],
  label: FoundLabel,
  labels: Labels = {},
  below: Below = {},
): Piece | null {
  return valuesBelow(lines, label, labels, { ...below, rows: 1 })[0] ?? null;
}
