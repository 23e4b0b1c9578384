import { editDistance } from '../edit-distance.ts';
import { fold } from '../fold.ts';
import { joinPieces, type Piece } from '../piece.ts';
import { middleY } from '../rows.ts';
import type { BodyRow } from './body-rows.ts';
import { fitOf } from './fit.ts';
import { type RowField, rowFields, rowPhrases } from './labels.ts';

/** Points: what a row's label is worth where it is exact, and what one costs that is another. */
const exactLabel = 3;
const otherLabel = -1;
/** A label resembles a phrase from this share of its letters on. */
const leastLikeness = 0.6;

/** Costs in points: a field without a row, a row without a field, a pitch of distance too much or too little. */
const skippedField = 0.4;
const strayRow = 0.8;
const wrongPitch = 0.6;

/** A value that goes on in a further row, by how common that is; its rows stand somewhat closer. */
const goesOn = (field: RowField) => (field === 'address' ? 0.2 : field === 'name' ? 0.8 : 1);
const closerPitch = 0.9;

type Path = {
  readonly points: number;
  readonly field: number;
  readonly before: Path | null;
  readonly row: number;
};

/**
 * Which row is which field, by labels, content, order and distance together: the assignment of most points. So rows are
 * told apart also where some labels, or all of them, are too blurred to be read. A field's rows are joined.
 */
export function assignRows(rows: readonly BodyRow[]): Partial<Record<RowField, Piece>> {
  const pitch = usualPitch(rows);
  const ends: Path[] = [];
  let best: Path | null = null;
  for (const [index, row] of rows.entries()) {
    const found = rowFields.map((_, field) => bestPathTo(index, field, row, rows, ends, pitch));
    ends.push(...found);
    for (const path of found) {
      const points = path.points - strayRow * (rows.length - 1 - index);
      if (!best || points > best.points - strayRow * (rows.length - 1 - best.row)) best = path;
    }
  }
  return piecesAlong(best, rows);
}

function bestPathTo(
  index: number,
  field: number,
  row: BodyRow,
  rows: readonly BodyRow[],
  ends: readonly Path[],
  pitch: number,
): Path {
  const name = rowFields[field]!;
  const own = fitOf(name, row.value.text) + labelPoints(name, row.labelText);
  let best: Path = { points: own - skippedField * field - strayRow * index, field, before: null, row: index };
  for (const before of ends) {
    if (before.field > field) continue;
    const gap = (yOf(row) - yOf(rows[before.row]!)) / pitch;
    const strays = strayRow * (index - before.row - 1);
    const points =
      before.points -
      strays +
      (before.field === field ? further(name, row, gap) : own - steps(before.field, field, gap));
    if (points > best.points) best = { points, field, before, row: index };
  }
  return best;
}

const yOf = (row: BodyRow) => middleY(row.value.boxes[0]!);

function steps(from: number, to: number, gap: number): number {
  return skippedField * (to - from - 1) + wrongPitch * Math.abs(gap - (to - from));
}

function further(field: RowField, row: BodyRow, gap: number): number {
  const content = Math.min(0, fitOf('address', row.value.text));
  const labelled = row.labelText === null ? 0 : otherLabel - labelPoints(field, row.labelText);
  return content + Math.min(0, labelled) - goesOn(field) - wrongPitch * Math.abs(gap - closerPitch);
}

function labelPoints(field: RowField, labelText: string | null): number {
  if (labelText === null) return 0;
  const read = fold(labelText);
  const likeness = Math.max(
    ...rowPhrases[field].map((phrase) => 1 - editDistance(read, fold(phrase)) / fold(phrase).length),
  );
  return likeness >= leastLikeness ? exactLabel * likeness : otherLabel;
}

/** The middle distance of neighbouring rows. */
function usualPitch(rows: readonly BodyRow[]): number {
  const gaps = rows.slice(1).map((row, index) => yOf(row) - yOf(rows[index]!));
  return Math.max(1, gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 1);
}

function piecesAlong(last: Path | null, rows: readonly BodyRow[]): Partial<Record<RowField, Piece>> {
  const pieces: Partial<Record<RowField, Piece[]>> = {};
  for (let path = last; path; path = path.before) {
    const field = rowFields[path.field]!;
    pieces[field] = [rows[path.row]!.value, ...(pieces[field] ?? [])];
  }
  return Object.fromEntries(Object.entries(pieces).map(([field, parts]) => [field, joinPieces(parts)!]));
}
