import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { FoundLabel } from '../find-label.ts';
import { joinPieces, type Piece } from '../piece.ts';
import { type Labels, valueBeside, valuesBelow } from '../value-near.ts';
import { isHeading } from './clutter.ts';
import { isLabelText } from './labels.ts';
import { tidyName } from './tidy-text.ts';
import { valueOver, valuesStandOver } from './value-over.ts';

export type NameRole = 'lastName' | 'firstName' | 'middleName';

const roles: readonly NameRole[] = ['lastName', 'firstName', 'middleName'];

/**
 * Names that have a label each. Some cards print the value beside its label, most under it, some over it: what serves
 * most of the labels of a card is taken for all of them, so that no name slips by one place.
 */
export function namesByLabel(
  lines: readonly TextLine[],
  labels: Labels & Partial<Record<NameRole, FoundLabel>>,
): Partial<Record<NameRole, Piece>> {
  const beside = nameOfEach(labels, (label) => valueBeside(lines, label, labels));
  const below = nameOfEach(labels, (label) =>
    joinPieces(valuesBelow(lines, label, labels, { rows: 2 }).filter(({ text }) => asName(text) !== null)),
  );
  const over = nameOfEach(labels, (label) => valueOver(lines, label, labels));
  let best = valuesStandOver(lines, labels) ? over : below;
  for (const found of [beside, over]) {
    if (Object.keys(found).length > Object.keys(best).length) best = found;
  }
  return { ...best, ...beside };
}

function nameOfEach(
  labels: Labels,
  pick: (label: FoundLabel) => Piece | null,
): Partial<Record<NameRole, Piece>> {
  const found: Partial<Record<NameRole, Piece>> = {};
  for (const role of roles) {
    const label = labels[role];
    const piece = label === undefined ? null : pick(label);
    const name = piece === null ? null : asName(piece.text);
    if (piece !== null && name !== null) found[role] = { ...piece, text: name };
  }
  return found;
}

/** A name: not a heading or a label, and without digits. */
function asName(text: string): string | null {
  if (/\d/.test(text) || isLabelText(text) || isHeading(text)) return null;
  return tidyName(text);
}
