import type { TextLine } from '../../vision/ocr/text-line.ts';
import { joinPieces, type Piece, pieceOf } from '../piece.ts';
import { rowsOf } from '../rows.ts';

/** One printed row of Chinese, in which blanks mean nothing. */
export type RowText = {
  readonly text: string;
  /** Where each code point of `text` was read. */
  readonly places: readonly { readonly line: TextLine; readonly index: number }[];
};

/** The rows of some lines, top to bottom, blanks left out. */
export function rowTextsOf(lines: readonly TextLine[]): readonly RowText[] {
  return rowsOf(lines).map((row) => {
    const characters = row.flatMap((line) =>
      [...line.text].map((character, index) => ({ character, line, index })),
    );
    const printed = characters.filter(({ character }) => !/\s/u.test(character));
    return {
      text: printed.map(({ character }) => character).join(''),
      places: printed.map(({ line, index }) => ({ line, index })),
    };
  });
}

/** Code points `start` up to `end` of a row, without blanks; null if there are none. */
export function partOfRow({ places }: RowText, start: number, end = places.length): Piece | null {
  const parts = places.slice(start, end);
  const lines = [...new Set(parts.map(({ line }) => line))];
  const pieces = lines.flatMap((line) => {
    const own = parts.filter((part) => part.line === line).map(({ index }) => index);
    return pieceOf(line, own[0], own.at(-1)! + 1) ?? [];
  });
  const joined = joinPieces(pieces);
  return joined && { ...joined, text: joined.text.replace(/\s/gu, '') };
}

/** What a group of a pattern matched in a row, by the group's name; null where it matched nothing. */
export function matchInRow(row: RowText, pattern: RegExp, group: string): Piece | null {
  const found = new RegExp(pattern, 'du').exec(row.text);
  const range = found?.indices?.groups?.[group];
  if (!range) return null;
  const [start, end] = range.map((place) => [...row.text.slice(0, place)].length);
  return partOfRow(row, start!, end);
}
