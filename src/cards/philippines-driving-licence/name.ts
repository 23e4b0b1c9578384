import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { FoundLabel } from '../find-label.ts';
import { findValue } from '../philippines/find-value.ts';
import { namesByLabel } from '../philippines/names-by-label.ts';
import { type NameParts, splitName } from '../philippines/split-name.ts';
import { tidyName } from '../philippines/tidy-text.ts';
import { isNameLike } from '../philippines/words.ts';
import { joinPieces, type Piece } from '../piece.ts';
import { type Labels, valuesBelow } from '../value-near.ts';

/** The name in one piece, and how its text comes apart. */
export type LicenceName = { readonly whole: Piece; readonly split: (text: string) => NameParts };

type NameLabels = Labels & Partial<Record<'fullName' | 'lastName' | 'firstName' | 'middleName', FoundLabel>>;

/**
 * The name: `LAST, FIRST MIDDLE` under one label that names all three; or, on cards with a label for each, the three
 * put together so. Without any label it is the first line that has a comma and could be a name.
 */
export function licenceName(lines: readonly TextLine[], labels: NameLabels): LicenceName | null {
  const apart = namesByLabel(lines, labels);
  if (labels.fullName === undefined && apart.lastName && apart.firstName) {
    const { lastName, firstName, middleName } = apart;
    const parts = { last: lastName.text, first: firstName.text, middle: middleName?.text ?? null };
    const given = joinPieces(middleName ? [firstName, middleName] : [firstName])!;
    const whole = joinPieces([{ ...lastName, text: `${lastName.text},` }, given])!;
    return { whole, split: (text) => respell(parts, text) };
  }
  const under = underLabel(lines, labels.fullName ?? labels.lastName, labels) ?? byComma(lines);
  return under === null ? null : { whole: under, split: splitName };
}

/** The value of the joint label: one row, and a second where the first ends in a comma or has none. */
function underLabel(lines: readonly TextLine[], label: FoundLabel | undefined, labels: Labels): Piece | null {
  const found = findValue(lines, label, labels, (text) => (/\d/.test(text) ? null : tidyName(text)));
  if (found === null || label === undefined) return null;
  const first = { ...found.piece, text: found.value };
  if (/[^,],\s*\p{L}/u.test(found.piece.text)) return first;
  const [, second] = valuesBelow(lines, label, labels, { rows: 2, right: Infinity });
  const name = second === undefined || !isPlainName(second.text) ? null : tidyName(second.text);
  if (second === undefined || name === null) return first;
  const isOpen = found.piece.text.trimEnd().endsWith(',');
  return joinPieces([
    { ...first, text: isOpen ? `${first.text},` : first.text },
    { ...second, text: name },
  ]);
}

const isPlainName = (text: string) => /^[\p{L}\s,.'’-]+$/u.test(text);

function byComma(lines: readonly TextLine[]): Piece | null {
  const line = lines.find(({ text }) => isNameLike(text) && /\p{L},\s*\p{L}/u.test(text));
  const name = line === undefined ? null : tidyName(line.text);
  return line === undefined || name === null ? null : { text: name, boxes: [line.box], score: line.score };
}

/** Parts that were printed apart, in the spelling of the whole: a second look may have given it an Ñ. */
function respell(parts: NameParts, whole: string): NameParts {
  const { last, first, middle } = parts;
  const [lastLength, firstLength] = [last?.length ?? 0, first?.length ?? 0];
  const given = whole.slice(lastLength + 2);
  return {
    last: whole.slice(0, lastLength),
    first: given.slice(0, firstLength),
    middle: middle === null ? null : given.slice(firstLength + 1),
  };
}
