import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import { findLabel } from '../find-label.ts';
import { nearest } from '../nearest.ts';
import { boundsOf, joinPieces, type Piece, pieceOf, wordsOf } from '../piece.ts';
import { middleX } from '../rows.ts';

/** What is printed on every card, and says nothing of its holder. */
const titles = [
  'KAD PENGENALAN',
  'KAD PENGENALAN MALAYSIA',
  'MALAYSIA',
  'IDENTITY CARD',
  'MALAYSIA IDENTITY CARD',
  'SPECIMEN',
  'SAMPLE',
  'CONTOH',
] as const;

/** The kinds of card by the words on them, those that are part of no other first; then by the mark at the top. */
const kinds = [
  ['PEMASTAUTIN TETAP', 'MyPR'],
  ['PERMANENT RESIDENT', 'MyPR'],
  ['PEMASTAUTIN SEMENTARA', 'MyKAS'],
  ['PENDUDUK SEMENTARA', 'MyKAS'],
  ['TEMPORARY RESIDENT', 'MyKAS'],
  ['ANGKATAN TENTERA MALAYSIA', 'MyTentera'],
  ['TENTERA', 'MyTentera'],
  ['POLIS DIRAJA MALAYSIA', 'POLIS'],
  ['POLIS', 'POLIS'],
  ['MYTENTERA', 'MyTentera'],
  ['MYKID', 'MyKid'],
  ['MYKAS', 'MyKAS'],
  ['MYPR', 'MyPR'],
  ['WARGANEGARA', 'MyKad'],
  ['MYKAD', 'MyKad'],
] as const;

/** Those that are nothing else where they stand beside other words, as `WARGANEGARA ISLAM`: streets are named TENTERA too. */
const longKinds = kinds.filter(([word]) => word.length >= 11 && !word.endsWith('MALAYSIA'));
const kindWords = kinds.map(([word]) => word);

/** The kinds whose print is laid out alike; foreign workers' cards are another form. */
export type Kind = (typeof kinds)[number][1];

const sexes = ['LELAKI', 'PEREMPUAN'] as const;
export type Sex = (typeof sexes)[number];

const religions = ['ISLAM', 'KRISTIAN', 'BUDDHA', 'HINDU', 'SIKH'] as const;

/** Edits that a printed word may be away from what it stands for. */
const wordEdits = 0.25;

const ownWords = [...titles, ...kindWords, ...sexes, ...religions];

/** Whether a line is one of the card's own words: not a name, not an address. */
export function isOwnPrint({ text }: TextLine): boolean {
  return nearest(text, ownWords, wordEdits) !== null;
}

const atTheRight = ['WARGANEGARA', 'PEMASTAUTIN', ...sexes] as const;

/** A line up to what stands at the card's lower right, where both were read as one; null if nothing is left. */
export function withoutOwnPrint(line: TextLine): Piece | null {
  const words = wordsOf(line);
  const own = words.findIndex(({ text }) => nearest(text, atTheRight, wordEdits) !== null);
  if (own < 0) return pieceOf(line);
  const rest = joinPieces(words.slice(0, own));
  return rest && { ...rest, boxes: [boundsOf(rest.boxes)] };
}

/** The kind by its words; else by the card's colour, which is blue, red or green (design/cards.md §1, source 6). */
export function kindOf(page: CardPage): { readonly kind: Kind; readonly piece: Piece | null } | null {
  const words = page.lines.map((line) => ({ line, word: nearest(line.text, kindWords, wordEdits)?.entry }));
  for (const [word, kind] of kinds) {
    const found = words.find((other) => other.word === word);
    if (found) return { kind, piece: pieceOf(found.line) };
  }
  for (const [phrase, kind] of longKinds) {
    const label = findLabel(page.lines, [phrase]);
    if (label) return { kind, piece: pieceOf(label.line, label.start, label.end) };
  }
  const { hueDegrees, saturation } = page.colourOf({
    left: 0,
    top: 0,
    right: page.width,
    bottom: page.height,
  });
  if (saturation < 0.08) return null;
  if (hueDegrees < 30 || hueDegrees > 330) return { kind: 'MyPR', piece: null };
  // Light shifts green and blue by 20 degrees and more: the bound is half-way between the two.
  if (hueDegrees > 80 && hueDegrees < 180) return { kind: 'MyKAS', piece: null };
  return hueDegrees >= 180 && hueDegrees < 260 ? { kind: 'MyKad', piece: null } : null;
}

/** The printed sex, alone or beside other words, right of the card's middle on all generations. */
export function sexOf({ lines, width }: CardPage): { readonly sex: Sex; readonly piece: Piece } | null {
  const right = lines.filter(({ box }) => middleX(box) > 0.45 * width);
  for (const line of right) {
    for (const piece of [pieceOf(line), ...wordsOf(line)]) {
      const found = piece && nearest(piece.text, sexes, wordEdits);
      if (found) return { sex: found.entry, piece };
    }
  }
  return null;
}
