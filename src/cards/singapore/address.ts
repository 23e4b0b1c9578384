import type { TextLine } from '../../vision/ocr/text-line.ts';
import { joinPieces, type Piece, pieceOf } from '../piece.ts';
import { middleY, rowsOf } from '../rows.ts';
import { valueInLine, valuesBelow } from '../value-near.ts';
import type { SingaporeLabels } from './labels.ts';

/** Postcodes have six digits since 1995 and end the address. */
const postcodePattern = /S[I1l]?[NM]?GAP[O0]RE\s*\(?\s*(\d{6})|\bS\s?\(?(\d{6})\)?(?![A-Z\d])/iu;
const mostRows = 4;
/** Rows of one address follow each other at no more than this many heights. */
const mostPitch = 2.4;

/** The postcode of an address; null where it has none. */
export function postcodeIn(address: string): string | null {
  const found = postcodePattern.exec(address);
  return found?.[1] ?? found?.[2] ?? /(?<!\d)(\d{6})\s*$/u.exec(address)?.[1] ?? null;
}

/** The address of a back: what follows its label, or the rows above and with the postcode where no label was read. */
export function addressOf(lines: readonly TextLine[], labels: SingaporeLabels): Piece | null {
  if (!labels.address) return endingInPostcode(lines);
  const below = valuesBelow(lines, labels.address, labels, { rows: mostRows });
  const all = [valueInLine(labels.address, labels), ...below].filter((piece) => piece !== null);
  const last = all.findIndex(({ text }) => postcodePattern.test(text));
  return joinPieces((last < 0 ? all : all.slice(0, last + 1)).map(spelled));
}

/** Narrow type's O is read as a nought: inside a word it is a letter. */
function spelled(piece: Piece): Piece {
  return { ...piece, text: piece.text.replace(/(?<=\p{Lu})0(?=\p{Lu})/gu, 'O') };
}

function endingInPostcode(lines: readonly TextLine[]): Piece | null {
  const rows = rowsOf(lines);
  const last = rows.findIndex((row) => row.some(({ text }) => postcodePattern.test(text)));
  if (last < 0) return null;
  let first = last;
  while (first > 0 && last - first < mostRows - 1 && follows(rows[first - 1]![0]!, rows[first]![0]!)) first--;
  return joinPieces(rows.slice(first, last + 1).flatMap((row) => row.map((line) => spelled(pieceOf(line)!))));
}

function follows(above: TextLine, below: TextLine): boolean {
  const height = below.box.bottom - below.box.top;
  const isNear = middleY(below.box) - middleY(above.box) < mostPitch * height;
  return isNear && Math.abs(above.box.left - below.box.left) < height;
}
