import type { Box } from '../../vision/geometry.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { FoundLabel } from '../find-label.ts';
import { isLabelText } from '../philippines/labels.ts';
import { type NameRole, namesByLabel } from '../philippines/names-by-label.ts';
import { findFullName } from '../philippines/plain-name.ts';
import { splitName } from '../philippines/split-name.ts';
import { tidyName } from '../philippines/tidy-text.ts';
import { boundsOf, type Piece, pieceOf } from '../piece.ts';
import type { Labels } from '../value-near.ts';

type VoterNames = { readonly last: Piece | null; readonly first: Piece | null };
type NameLabels = Labels & Partial<Record<NameRole | 'fullName', FoundLabel>>;

/**
 * Last and first name: by their labels; else as `LAST, FIRST MIDDLE` in one line; else the lines between the number and
 * the date of birth, which print last, first and middle name one under the other.
 */
export function voterNames(
  lines: readonly TextLine[],
  labels: NameLabels,
  number: Piece | null,
  until: Box | undefined,
): VoterNames {
  const { lastName, firstName } = namesByLabel(lines, labels);
  if (lastName || firstName) return { last: lastName ?? null, first: firstName ?? null };
  const whole = findFullName(lines, labels.fullName, labels, number?.boxes[0]);
  if (whole?.text.includes(',')) {
    const { last, first } = splitName(whole.text);
    return { last: partOf(whole, last), first: partOf(whole, first) };
  }
  const top = number === null ? 0 : boundsOf(number.boxes).bottom;
  const bottom = until?.top ?? Infinity;
  const stacked = lines
    .filter(({ box }) => box.top >= top - 2 && box.bottom <= bottom + 2)
    .map(nameLine)
    .filter((piece) => piece !== null);
  return { last: stacked[0] ?? null, first: stacked[1] ?? null };
}

function nameLine(line: TextLine): Piece | null {
  const piece = pieceOf(line);
  if (piece === null || /\d/.test(piece.text) || isLabelText(piece.text)) return null;
  const name = tidyName(piece.text);
  return name === null ? null : { ...piece, text: name };
}

function partOf(whole: Piece, text: string | null): Piece | null {
  return text === null ? null : { ...whole, text };
}
