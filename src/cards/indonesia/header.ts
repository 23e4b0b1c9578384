import type { TextLine } from '../../vision/ocr/text-line.ts';
import { editDistance } from '../edit-distance.ts';
import { findLabel } from '../find-label.ts';
import { fold } from '../fold.ts';
import { nearest } from '../nearest.ts';
import { type Piece, pieceOf } from '../piece.ts';
import { middleX, middleY } from '../rows.ts';
import { valueBeside } from '../value-near.ts';
import { spacedLike } from './spaced-like.ts';
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
  const city = (line: TextLine | null) => line && cityOf(lines, line);
  const label = findLabel(above, ['PROVINSI']);
  const beside = label && valueBeside(above, label);
  if (label && beside) {
    return {
      province: { piece: beside, value: provinceOf(beside.text) },
      city: city(cityUnder(above, label.line)),
    };
  }
  const line = above.find(({ text }) => nearest(text, provinces, provinceEdits) !== null);
  const piece = line ? pieceOf(line) : null;
  if (!line || !piece) return { province: null, city: city(cityByItsKind(above)) };
  return { province: { piece, value: provinceOf(piece.text) }, city: city(cityUnder(above, line)) };
}

function provinceOf(text: string): string {
  const found = nearest(text, provinces, provinceEdits);
  // `D.I. YOGYAKARTA` and the like stay as they are printed.
  return found === null || (found.edits === 0 && text.includes('.')) ? asPlace(text) : found.entry;
}

function cityUnder(lines: readonly TextLine[], province: TextLine): TextLine | null {
  const height = province.box.bottom - province.box.top;
  const under = lines
    .filter(({ box }) => box.top > middleY(province.box))
    .filter(({ box }) => middleY(box) - middleY(province.box) < mostDistance * height)
    .filter(({ box }) => Math.abs(middleX(box) - middleX(province.box)) < 6 * height)
    .toSorted((a, b) => middleY(a.box) - middleY(b.box))[0];
  return under ?? cityByItsKind(lines);
}

function cityByItsKind(lines: readonly TextLine[]): TextLine | null {
  return findLabel(lines, kinds)?.line ?? null;
}

const kinds = ['KABUPATEN', 'KOTA'];
/** A regency's name begins so: `KABUPATEN KOTAWARINGIN BARAT` is found by its first word, which is tried first. */
const kindEdits = 0.15;

/** As printed; what it is, is parted from its name, as blanks in bold print are lost. Jakarta's cities say no kind. */
function cityOf(lines: readonly TextLine[], line: TextLine): Header['city'] {
  const piece = pieceOf(line);
  if (!piece) return null;
  const printed = asPlace(piece.text);
  for (const kind of kinds) {
    const { head, rest } = cutAfterLetters(printed, kind.length);
    if (rest === '' || editDistance(fold(head), fold(kind)) > kind.length * kindEdits) continue;
    return { piece, value: `${kind} ${spacedLike(rest, lines)}` };
  }
  return { piece, value: spacedLike(printed, lines) };
}

/** The text in two: up to so many letters, and what follows. */
function cutAfterLetters(text: string, letters: number): { readonly head: string; readonly rest: string } {
  const [head = ''] = new RegExp(`^(?:\\P{L}*\\p{L}){${letters}}`, 'u').exec(text) ?? [];
  return { head, rest: text.slice(head.length).trim() };
}
