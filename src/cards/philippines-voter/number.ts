import type { TextLine } from '../../vision/ocr/text-line.ts';
import { type Piece, pieceOf } from '../piece.ts';

/**
 * The Voter's Identification Number as the vendor's public example of this card has it (`7502-0398B-G0987ANT10000`):
 * place, precinct, then a letter, four digits, three initials and five digits. No rule is published; other forms are
 * taken too where `VIN` stands before them.
 */
export const voterNumberTemplates = ['0000-0000@-@0000@@@00000'] as const;

/** The precinct: four digits and a letter. */
export const precinctTemplate = '0000A';

/** Anything of this alphabet and length behind `VIN` (design/cards.md §1). */
const looseNumber = /^[0-9A-Z]{2,}(?:-[0-9A-Z]+){1,5}$/;

export function isVoterNumber(text: string): boolean {
  return looseNumber.test(text) && text.length >= 15 && text.length <= 30 && /\d{4}/.test(text);
}

/** A number of any form: the longest run of capitals, digits and dashes in a line that holds `VIN` or many digits. */
export function looseVoterNumber(line: TextLine): { readonly value: string; readonly piece: Piece } | null {
  const signs = [...line.text];
  const text = signs.join('').toUpperCase();
  for (const match of text.matchAll(/(?<![0-9A-Z])(?:VIN[\s:.-]*)?([0-9A-Z]+(?:\s*[-–—]\s*[0-9A-Z]+)+)/g)) {
    const value = match[1]!.replace(/\s/g, '').replace(/[–—]/g, '-');
    if (!isVoterNumber(value)) continue;
    const start = match.index + match[0].length - match[1]!.length;
    const piece = pieceOf(line, start, start + match[1]!.length);
    if (piece !== null) return { value, piece };
  }
  return null;
}
