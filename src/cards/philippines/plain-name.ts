import type { Box } from '../../vision/geometry.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { FoundLabel } from '../find-label.ts';
import { type Piece, pieceOf } from '../piece.ts';
import { middleY } from '../rows.ts';
import type { Labels } from '../value-near.ts';
import { findValue } from './find-value.ts';
import { isLabelText } from './labels.ts';
import { philippineDates } from './print-date.ts';
import { tidyName } from './tidy-text.ts';
import { isNameLike } from './words.ts';

/** How much nearer to the number a line with a comma counts: `LAST, FIRST` is hardly anything but a name. */
const commaFactor = 0.4;

/** A whole name by its label, or else the line that is likeliest one. */
export function findFullName(
  lines: readonly TextLine[],
  label: FoundLabel | undefined,
  labels: Labels,
  number: Box | undefined,
): Piece | null {
  const found = findValue(lines, label, labels, (text) => (/\d/.test(text) ? null : tidyName(text)));
  if (found !== null) return { ...found.piece, text: found.value };
  return plainName(lines, labels, number);
}

/**
 * The name on a card that has no label for it: of the lines that could be a name, the one nearest to the number, above
 * or under it. Labels, dates, and lines that hold a label are out.
 */
export function plainName(lines: readonly TextLine[], labels: Labels, number: Box | undefined): Piece | null {
  const labelled = new Set(Object.values(labels).map((label) => label?.line));
  const candidates = lines.filter(
    (line) =>
      isNameLike(line.text) &&
      !labelled.has(line) &&
      !isLabelText(line.text) &&
      philippineDates(line.text).length === 0,
  );
  const distance = (line: TextLine) => {
    const gap = number === undefined ? line.box.top : Math.abs(middleY(line.box) - middleY(number));
    return gap * (line.text.includes(',') ? commaFactor : 1);
  };
  const [nearest] = candidates.toSorted((a, b) => distance(a) - distance(b));
  const piece = nearest === undefined ? null : pieceOf(nearest);
  const name = piece === null ? null : tidyName(piece.text);
  return piece === null || name === null ? null : { ...piece, text: name };
}
