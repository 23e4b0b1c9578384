import type { TextLine } from '../../vision/ocr/text-line.ts';
import { joinPieces, type Piece } from '../piece.ts';
import { matchInRow, type RowText, rowTextsOf } from './row-text.ts';

export type Back = {
  readonly authority: Piece | null;
  readonly validity: { readonly piece: Piece; readonly value: string } | null;
};

// Latin letters beside the name of an office are marks over the card.
const authorityRow = /(?:签发机关|签发.{2}|.{2}机关)(?<value>[^A-Za-z]+)/u;
const validityLabel = /有效|效期|期限/u;
/** Ends every authority that gives out cards, but for some abroad. */
const office = /(?:公安.{1,8}|公安局)$/u;
const day = (name: string) => `(?<${name}>\\d{4}[.,·:]?\\d{2}[.,·:]?\\d{2})`;
const period = new RegExp(`(?<value>${day('from')}[-–—~_至一.]*(?:${day('to')}|(?<open>长.?|.期)$))`, 'u');

/** Issuing authority, in one row or two, and period of validity: `2025.06.24-长期`. */
export function readBack(lines: readonly TextLine[]): Back {
  const rows = rowTextsOf(lines);
  return { authority: authorityIn(rows), validity: validityIn(rows) };
}

function authorityIn(rows: readonly RowText[]): Piece | null {
  const at = rows.findIndex(({ text }) => authorityRow.test(text));
  if (at < 0) {
    const row = rows.find(({ text }) => office.test(text));
    return row ? matchInRow(row, /^(?<value>.+)$/u, 'value') : null;
  }
  const first = matchInRow(rows[at]!, authorityRow, 'value');
  const next = rows[at + 1];
  const goesOn = next && first && !office.test(first.text) && /局$/u.test(next.text);
  const second =
    goesOn && !validityLabel.test(next.text) ? matchInRow(next, /^(?<value>.+)$/u, 'value') : null;
  const joined = joinPieces([first, second].filter((piece) => piece !== null));
  return joined && { ...joined, text: joined.text.replace(/\s/gu, '') };
}

function validityIn(rows: readonly RowText[]): Back['validity'] {
  for (const row of rows) {
    const groups = period.exec(row.text)?.groups;
    const piece = groups ? matchInRow(row, period, 'value') : null;
    if (!groups || !piece) continue;
    return { piece, value: `${pointed(groups.from!)}-${groups.to ? pointed(groups.to) : '长期'}` };
  }
  return null;
}

function pointed(printed: string): string {
  const digits = printed.replace(/\D/gu, '');
  return `${digits.slice(0, 4)}.${digits.slice(4, 6)}.${digits.slice(6)}`;
}
