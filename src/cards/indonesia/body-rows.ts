import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { FoundLabel } from '../find-label.ts';
import { joinPieces, type Piece, pieceOf } from '../piece.ts';
import { isSameRow, middleX, middleY } from '../rows.ts';
import { valueInLine } from '../value-near.ts';
import { findBloodLabel, findRowLabels, type RowLabels } from './labels.ts';

/** One printed row of the card's body: a value, and what stands before it. */
export type BodyRow = {
  /** Null where no label was read: a row that goes on, or one whose label is lost. */
  readonly labelText: string | null;
  readonly value: Piece;
};

export type CardBody = {
  /** Top to bottom. */
  readonly rows: readonly BodyRow[];
  /** Where values begin, in pixels. */
  readonly valueLeft: number;
  /** Height of a line of the body. */
  readonly lineHeight: number;
  readonly labels: RowLabels;
  readonly bloodLabel: FoundLabel | null;
};

/** Values begin within this many line heights of their column: some are read with their colon, some without. */
const columnSlack = 1.3;
/** Further print of one value follows within this many line heights; what stands under the portrait is further away. */
const mostGap = 1.6;
/** Print of more than this many line heights is a stamp or a mark over the card. */
const tallestLine = 1.45;
/** So many values must share a left edge to be a column. */
const leastInColumn = 3;

const separators = /^[\s:;.,·•=*'"-]+/u;

function withoutSeparators(line: TextLine): Piece | null {
  const lead = separators.exec(line.text)?.[0] ?? '';
  return pieceOf(line, [...lead].length);
}

const middleOf = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** The rows of a card's body, from under `top` (where the number ends) down; null where there is no column of values. */
export function bodyRows(lines: readonly TextLine[], top: number): CardBody | null {
  const below = lines.filter(({ box }) => middleY(box) > top);
  const labels = findRowLabels(below);
  const bloodLabel = findBloodLabel(below);
  const lineHeight = middleOf(below.map(({ box }) => box.bottom - box.top));
  const upright = below.filter(({ box }) => box.bottom - box.top < tallestLine * lineHeight);
  const valueLeft = columnOfValues(upright, labels, lineHeight);
  if (valueLeft === null) return null;
  const rows = rowsFrom(upright, { labels, bloodLabel, valueLeft, lineHeight });
  return { rows, valueLeft, lineHeight, labels, bloodLabel };
}

/** Beside the labels that were read; where those are lost, the rightmost left edge that several lines share. */
function columnOfValues(lines: readonly TextLine[], labels: RowLabels, lineHeight: number): number | null {
  const found = Object.values(labels);
  const beside = found.flatMap((label) => {
    const inLine = valueInLine(label);
    if (inLine) return [inLine.boxes[0]!.left];
    const right = lines.filter((line) => line !== label.line && isSameRow(line.box, label.box));
    const next = right
      .filter(({ box }) => box.left > label.box.right - 1)
      .toSorted((a, b) => a.box.left - b.box.left)[0];
    const piece = next && withoutSeparators(next);
    return piece ? [piece.boxes[0]!.left] : [];
  });
  if (beside.length >= leastInColumn) return middleOf(beside);
  const edges = lines.flatMap((line) => withoutSeparators(line)?.boxes.map(({ left }) => left) ?? []);
  const shared = edges.filter(
    (edge) => edges.filter((other) => Math.abs(other - edge) < lineHeight / 2).length > leastInColumn,
  );
  return shared.length > 0 ? Math.max(...shared) : null;
}

type Columns = Pick<CardBody, 'valueLeft' | 'lineHeight' | 'labels' | 'bloodLabel'>;

type Begun = BodyRow & { readonly first: TextLine };

function rowsFrom(lines: readonly TextLine[], columns: Columns): readonly BodyRow[] {
  const inLine = labelledLines(columns);
  const isRagged = inLine.length > Object.keys(columns.labels).length / 2;
  const left = columns.valueLeft - columnSlack * columns.lineHeight;
  // What follows a label far before the column is the rest of a label: `Kelurahan` and its `/Desa`.
  const labelled = isRagged ? inLine : inLine.filter(({ value }) => value.boxes[0]!.left > left);
  const others = lines.filter((line) => !Object.values(columns.labels).some((label) => label.line === line));
  const inColumn = withoutColons(others.filter((line) => isInColumn(line, columns)));
  const labelOf = pairLabels(lines, inColumn, columns);
  const begun = others.flatMap((line) => {
    const value = withoutSeparators(line);
    if (value && inColumn.includes(line))
      return [{ first: line, value, labelText: labelOf.get(line) ?? null }];
    return isRagged ? beginsAtLabels(line, labelled, columns.lineHeight) : [];
  });
  return [...labelled, ...begun]
    .map(({ first, value, labelText }) => ({ labelText, value: goOn(lines, first, value, columns) }))
    .filter(({ value }) => /[\p{L}\p{N}]/u.test(value.text))
    .toSorted((a, b) => middleY(a.value.boxes[0]!) - middleY(b.value.boxes[0]!));
}

/** Lines that hold a label and its value. */
function labelledLines({ labels }: Columns): readonly Begun[] {
  return Object.values(labels).flatMap((label) => {
    const value = valueInLine(label);
    const labelText = [...label.line.text].slice(label.start, label.end).join('');
    return value ? [{ first: label.line, value, labelText }] : [];
  });
}

function isInColumn(line: TextLine, { valueLeft, lineHeight }: Columns): boolean {
  const box = withoutSeparators(line)?.boxes[0];
  return box !== undefined && Math.abs(box.left - valueLeft) < columnSlack * lineHeight;
}

/** One character beside a value in the column is the colon, read as something else. */
function withoutColons(inColumn: readonly TextLine[]): readonly TextLine[] {
  return inColumn.filter(
    (line) =>
      [...line.text].length > 1 ||
      !inColumn.some((other) => other !== line && isSameRow(other.box, line.box)),
  );
}

/** A label's value is up to this many line heights off the row that the labels above lead to expect. */
const mostOffRow = 0.8;

/**
 * What stands left of each value. Rows of a card that was not laid quite straight rise or fall to the right, further down
 * more than further up: the slope is followed from label to label.
 */
function pairLabels(
  lines: readonly TextLine[],
  values: readonly TextLine[],
  { valueLeft, lineHeight }: Columns,
): ReadonlyMap<TextLine, string> {
  const before = lines.filter(({ box, text }) => box.right < valueLeft + 4 && /\p{L}{2}/u.test(text));
  const labelOf = new Map<TextLine, string>();
  let slope = 0;
  for (const label of before.toSorted((a, b) => middleY(a.box) - middleY(b.box))) {
    const off = ({ box }: TextLine) =>
      middleY(box) - middleY(label.box) - slope * (middleX(box) - middleX(label.box));
    const nearest = values
      .filter((value) => !labelOf.has(value))
      .toSorted((a, b) => Math.abs(off(a)) - Math.abs(off(b)))[0];
    if (!nearest || Math.abs(off(nearest)) > mostOffRow * lineHeight) continue;
    labelOf.set(nearest, label.text);
    slope += off(nearest) / (middleX(nearest.box) - middleX(label.box)) / 2;
  }
  return labelOf;
}

/**
 * On cards whose values follow their labels at once, without a column of their own: a line under the labels is a row
 * that goes on, or, with a colon in it, one whose label was misread.
 */
function beginsAtLabels(line: TextLine, labelled: readonly Begun[], lineHeight: number): readonly Begun[] {
  const isUnderLabels = labelled.some(
    ({ first }) => Math.abs(first.box.left - line.box.left) < columnSlack * lineHeight,
  );
  if (!isUnderLabels) return [];
  const colon = [...line.text].indexOf(':');
  const value = pieceOf(line, colon + 1);
  const labelText = colon > 0 ? [...line.text].slice(0, colon).join('') : null;
  return value ? [{ first: line, value, labelText }] : [];
}

/** The value with the print that follows it on its row, up to the label of the blood type. */
function goOn(
  lines: readonly TextLine[],
  first: TextLine,
  value: Piece,
  { bloodLabel, lineHeight, valueLeft }: Columns,
): Piece {
  const pieces = [cutAtBlood(first, value, bloodLabel)];
  let right = value.boxes[0]!.right;
  const following = lines
    .filter((line) => line !== first && line !== bloodLabel?.line && isSameRow(line.box, first.box))
    .filter(({ box }) => box.left > valueLeft + columnSlack * lineHeight)
    .toSorted((a, b) => a.box.left - b.box.left);
  for (const line of following) {
    if (line.box.left < right - lineHeight / 2) continue;
    if (line.box.left > right + mostGap * lineHeight) break;
    const piece = pieceOf(line);
    if (piece) pieces.push(piece);
    right = line.box.right;
  }
  return joinPieces(pieces)!;
}

function cutAtBlood(line: TextLine, value: Piece, bloodLabel: FoundLabel | null): Piece {
  if (bloodLabel?.line !== line) return value;
  const begin = [...line.text].length - [...value.text].length;
  return pieceOf(line, begin, bloodLabel.start) ?? value;
}
