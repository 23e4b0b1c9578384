import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { Piece } from '../piece.ts';
import { type Labels, valueBeside } from '../value-near.ts';

/** A value in its proper form, and the print that it was read from. */
export type FormedValue = { readonly value: string; readonly piece: Piece };

export type EnglishNames = {
  /** With the title, as printed: `Mr. Thanakit`. */
  readonly first: FormedValue | null;
  readonly last: FormedValue | null;
  /** Without its full stop; null where none was read. */
  readonly title: string | null;
};

const titlePattern = /^(Mr|Mrs|Miss|Ms|Master)(?:\b\.?\s*|\.?(?=[A-Z]))/;

/** The rows `Name Mr. Thanakit` and `Last name Boonyopakron`. */
export function englishNames(lines: readonly TextLine[], labels: Labels): EnglishNames {
  const first = formed(labels.name ? valueBeside(lines, labels.name, labels) : null);
  const last = formed(labels.lastName ? valueBeside(lines, labels.lastName, labels) : null);
  const found = titlePattern.exec(first?.value ?? '');
  if (!first || !found) return { first, last, title: null };
  const title = found[1]!;
  const dot = title === 'Miss' || title === 'Master' ? '' : '.';
  return { first: { ...first, value: `${title}${dot} ${first.value.slice(found[0].length)}` }, last, title };
}

/** Names hold no digits: those that stand on a name's row belong to the scale beside the portrait. */
function formed(piece: Piece | null): FormedValue | null {
  const value = (piece?.text ?? '')
    .replace(/[^\p{Script=Latin}\s.'-]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.'-]+|[\s'-]+$/gu, '');
  return piece && value ? { value, piece } : null;
}
