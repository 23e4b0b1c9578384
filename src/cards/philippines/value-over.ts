import type { Box } from '../../vision/geometry.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { FoundLabel } from '../find-label.ts';
import { joinPieces, type Piece, pieceOf, wordsOf } from '../piece.ts';
import { isSameRow, middleX, middleY, rowsOf } from '../rows.ts';
import type { Labels } from '../value-near.ts';

/** Votes of labels that it takes to say that this card prints them under their values. */
const leastVotes = 2;
/** A label is believed to belong to the nearer of its neighbours when it is nearer by this share of its height. */
const leastLead = 0.2;
/** Rows further above than this many heights of the label do not belong to it. */
const maxGap = 1.5;

const present = (labels: Labels) => Object.values(labels).filter((label) => label !== undefined);
const heightOf = (box: Box) => box.bottom - box.top;

/**
 * Whether this card prints its labels under their values, as forms do: then most labels that stand alone are nearer to
 * the print above them than to that under them.
 */
export function valuesStandOver(lines: readonly TextLine[], labels: Labels): boolean {
  const labelled = new Set(present(labels).map(({ line }) => line));
  let over = 0;
  let under = 0;
  for (const label of present(labels).filter(standsAlone)) {
    const column = lines.filter(({ box }) => box.left < label.box.right && box.right > label.box.left);
    const others = column.filter((line) => line !== label.line && !isSameRow(line.box, label.box));
    const above = nearestOf(others, (box) => label.box.top - box.bottom, label);
    const below = nearestOf(others, (box) => box.top - label.box.bottom, label);
    const lead = (distanceTo(below, labelled) - distanceTo(above, labelled)) / heightOf(label.box);
    if (lead > leastLead) over += 1;
    if (lead < -leastLead) under += 1;
  }
  return over >= leastVotes && over > 2 * under;
}

function standsAlone({ line, start, end }: FoundLabel): boolean {
  const rest = [...line.text].filter((sign, at) => (at < start || at >= end) && /[\p{L}\p{N}]/u.test(sign));
  return rest.length === 0;
}

type Near = { readonly line: TextLine; readonly gap: number };

function nearestOf(
  lines: readonly TextLine[],
  gapOf: (box: Box) => number,
  { box }: FoundLabel,
): Near | undefined {
  return lines
    .map((line) => ({ line, gap: gapOf(line.box) }))
    .filter(({ gap }) => gap > -0.5 * heightOf(box))
    .toSorted((a, b) => a.gap - b.gap)[0];
}

/** Another label is nobody's value. */
function distanceTo(near: Near | undefined, labelled: ReadonlySet<TextLine>): number {
  return near === undefined || labelled.has(near.line) ? 1000 : near.gap;
}

/** The print over a label, in its column; null if there is none near. */
export function valueOver(lines: readonly TextLine[], label: FoundLabel, labels: Labels): Piece | null {
  return rowsOver(lines, label, labels, 1)[0] ?? null;
}

/** The rows over a label, in its column, top to bottom: from the label up to the next one, a gap, or `most` rows. */
export function rowsOver(
  lines: readonly TextLine[],
  label: FoundLabel,
  labels: Labels,
  most: number,
): readonly Piece[] {
  const height = heightOf(label.box);
  const beside = present(labels).filter(
    (other) => isSameRow(other.box, label.box) && other.box.left > label.box.right,
  );
  const right = Math.min(...beside.map(({ box }) => box.left), Infinity);
  const labelled = new Set(present(labels).map(({ line }) => line));
  const over = lines.filter(
    ({ box }) => !isSameRow(box, label.box) && middleY(box) < middleY(label.box) && box.left < right,
  );
  const found: Piece[] = [];
  let { top } = label.box;
  for (const row of rowsOf(over).toReversed()) {
    const piece = joinPieces(row.flatMap((line) => partOf(line, label.box.left - height, right)));
    if (piece === null) continue;
    const [box] = piece.boxes;
    if (row.some((line) => labelled.has(line)) || top - box!.bottom > maxGap * height) break;
    found.unshift(piece);
    if (found.length === most) break;
    top = box!.top;
  }
  return found;
}

/** A line in the column, or those of its words that are. */
function partOf(line: TextLine, left: number, right: number): readonly Piece[] {
  if (line.box.left >= left && line.box.right <= right)
    return [pieceOf(line)].filter((piece) => piece !== null);
  return wordsOf(line).filter(({ boxes }) => middleX(boxes[0]!) >= left && middleX(boxes[0]!) < right);
}
