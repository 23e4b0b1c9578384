import type { TextLine } from '../../vision/ocr/text-line.ts';
import { findLabel } from '../find-label.ts';
import { nearest } from '../nearest.ts';
import { type Piece, pieceOf } from '../piece.ts';
import { middleX, middleY } from '../rows.ts';
import { valueBeside } from '../value-near.ts';
import { asPlace } from './tidy.ts';
import { provinces } from './vocabulary.ts';

export type Header = {
  readonly province: { readonly piece: Piece; readonly value: string } | null;
  readonly city: { readonly piece: Piece; readonly value: string } | null;
};

/** Edits per letter within which a name is taken for a province's. */
const provinceEdits = 0.2;
/** The city's line is under the province's within this many of its heights. */
const mostDistance = 2.2;

/** Province and city or regency, the two lines that head the card; `bottom` is the middle of the number's row. */
export function headerOf(lines: readonly TextLine[], bottom: number): Header {
  const above = lines.filter(({ box, text }) => middleY(box) < bottom && !/^\W*NIK\b|\d{4}/u.test(text));
  const label = findLabel(above, ['PROVINSI']);
  const beside = label && valueBeside(above, label);
  if (label && beside) {
    return {
      province: { piece: beside, value: provinceOf(beside.text) },
      city: cityUnder(above, label.line),
    };
  }
  const line = above.find(({ text }) => nearest(text, provinces, provinceEdits) !== null);
  const piece = line ? pieceOf(line) : null;
  if (!line || !piece) return { province: null, city: cityByItsKind(above) };
  return { province: { piece, value: provinceOf(piece.text) }, city: cityUnder(above, line) };
}

function provinceOf(text: string): string {
  const found = nearest(text, provinces, provinceEdits);
  // `D.I. YOGYAKARTA` and the like stay as they are printed.
  return found === null || (found.edits === 0 && text.includes('.')) ? asPlace(text) : found.entry;
}

function cityUnder(lines: readonly TextLine[], province: TextLine): Header['city'] {
  const height = province.box.bottom - province.box.top;
  const under = lines
    .filter(({ box }) => box.top > middleY(province.box))
    .filter(({ box }) => middleY(box) - middleY(province.box) < mostDistance * height)
    .filter(({ box }) => Math.abs(middleX(box) - middleX(province.box)) < 6 * height)
    .toSorted((a, b) => middleY(a.box) - middleY(b.box))[0];
  return under ? cityOf(under) : cityByItsKind(lines);
}

function cityByItsKind(lines: readonly TextLine[]): Header['city'] {
  const label = findLabel(lines, ['KABUPATEN', 'KOTA']);
  return label ? cityOf(label.line) : null;
}

function cityOf(line: TextLine): Header['city'] {
  const piece = pieceOf(line);
  if (!piece) return null;
  const [kind = '', ...rest] = asPlace(piece.text).split(' ');
  const named = nearest(kind, ['KABUPATEN', 'KOTA'], 0.25)?.entry ?? kind;
  return { piece, value: [named, ...rest].join(' ') };
}
