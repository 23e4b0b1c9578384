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
/** What it costs to take a row with a label for the end of the row above. */
const begunAnew = 2;
/** A label resembles a phrase from this share of its letters on. */
const leastLikeness = 0.6;

/** Costs in points: a field without a row, a row without a field, a pitch of distance too much or too little. */
const skippedField = 0.4;
const strayRow = 0.8;
const wrongPitch = 0.6;

/** A value that goes on in a further row, by how common that is; its rows stand somewhat closer. */
const goesOn = (field: RowField) => (field === 'address' ? 0.2 : field === 'name' ? 0.8 : 1);
const closerPitch = 0.9;

/** What a row is worth as each field, before order and distance. */
type Judged = {
  readonly y: number;
  readonly points: readonly number[];
  /** As the end of the row above. */
  readonly further: number;
};

type Path = {
  readonly points: number;
  readonly field: number;
  readonly row: number;
  readonly before: Path | null;
};

/**
 * Which row is which field, by labels, content, order and distance together: the assignment of most points. So rows are
 * told apart also where some labels, or all of them, are too blurred to be read. A field's rows are joined.
 */
export function assignRows(rows: readonly BodyRow[]): Partial<Record<RowField, Piece>> {
  const judged = rows.map(judge);
  const pitch = usualPitch(judged);
  const paths: Path[] = [];
  for (const row of judged.keys()) {
    paths.push(...rowFields.map((_, field) => bestPathTo(row, field, judged, paths, pitch)));
  }
  const total = ({ points, row }: Path) => points - strayRow * (rows.length - 1 - row);
  const best = paths.toSorted((a, b) => total(b) - total(a))[0];
  return piecesAlong(best ?? null, rows);
}

function judge({ labelText, value }: BodyRow): Judged {
  const likenesses = rowFields.map((field) => (labelText === null ? 0 : likenessOf(labelText, field)));
  const isKnown = likenesses.some((likeness) => likeness >= leastLikeness);
  const labelPoints = (likeness: number) => {
    if (likeness >= leastLikeness) return exactLabel * likeness;
    // A label that resembles none says nothing.
    return isKnown ? otherLabel : 0;
  };
  const fits = rowFields.map((field) => fitOf(field, value.text));
  return {
    y: middleY(value.boxes[0]!),
    points: rowFields.map((_, field) => fits[field]! + labelPoints(likenesses[field]!)),
    further: Math.min(0, fits[rowFields.indexOf('address')]!) - (labelText === null ? 0 : begunAnew),
  };
}

function likenessOf(labelText: string, field: RowField): number {
  const read = fold(labelText);
  const phrases = rowPhrases[field].map(fold);
  return Math.max(...phrases.map((phrase) => 1 - editDistance(read, phrase) / phrase.length));
}

function bestPathTo(
  row: number,
  field: number,
  judged: readonly Judged[],
  paths: readonly Path[],
  pitch: number,
): Path {
  const { y, points: worth, further } = judged[row]!;
  const begun = worth[field]! - skippedField * field - strayRow * row;
  let best: Path = { points: begun, field, row, before: null };
  for (const before of paths) {
    if (before.field > field) continue;
    const gap = (y - judged[before.row]!.y) / pitch;
    const step =
      before.field === field
        ? further - goesOn(rowFields[field]!) - wrongPitch * Math.abs(gap - closerPitch)
        : worth[field]! - stepCost(field - before.field, gap);
    const points = before.points + step - strayRow * (row - before.row - 1);
    if (points > best.points) best = { points, field, row, before };
  }
  return best;
}

function stepCost(fields: number, gap: number): number {
  return skippedField * (fields - 1) + wrongPitch * Math.abs(gap - fields);
}

/** The middle distance of neighbouring rows. */
function usualPitch(judged: readonly Judged[]): number {
  const gaps = judged.slice(1).map(({ y }, index) => y - judged[index]!.y);
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
