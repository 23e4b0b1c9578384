import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { type Collector, collect } from '../collect.ts';
import { dateIn, formatDate, type ReadDate } from '../dates.ts';
import { findLabel } from '../find-label.ts';
import { boundsOf, joinPieces, type Piece, pieceOf } from '../piece.ts';
import { isSameRow, middleY } from '../rows.ts';
import { readChineseName } from './chinese-name.ts';
import { editionOf } from './edition.ts';
import { formatName, nameLikeness } from './english-name.ts';
import { findNumber } from './find-number.ts';
import { ageAtIssue, type Found, firstRegistrationIn, issueDateIn, sexIn, symbolsIn } from './status.ts';
import { telegraphCodesIn } from './telegraph.ts';

export const hongKongFields = [
  'chineseName',
  'englishName',
  'telegraphCode',
  'sex',
  'birthday',
  'permanent',
  'number',
  'symbols',
  'firstIssueDate',
  'currentIssueDate',
  'edition',
] as const;

export type HongKongField = (typeof hongKongFields)[number];
type Card = Collector<HongKongField>;

const required: readonly HongKongField[] = ['number', 'englishName', 'birthday', 'sex', 'currentIssueDate'];

/**
 * Reads the front of a Hong Kong identity card, editions of 2003 and 2018. Hardly anything on it has a label: values are
 * known by their form, and by standing above or below the date of birth.
 */
export async function readHongKong(page: CardPage): Promise<CardReading<HongKongField>> {
  const card = collect(hongKongFields);
  const birth = takeBirth(card, page);
  takeDates(card, page, birth);
  takeSymbols(card, page, birth);
  takePermanent(card, page);
  await takeNames(card, page, birth);
  const { holds, hasOval } = await takeNumber(card, page);
  const byDate = editionOf(card.valueOf('currentIssueDate'));
  card.derive('edition', byDate ?? (hasOval ? 'HKID-2018' : null), byDate ? 0.95 : 0.8);
  return card.finish(holds, required);
}

type Birth = { readonly line: TextLine; readonly date: ReadDate };

/** The only date on the card with four digits of year; the one nearest below its label if there are several. */
function takeBirth(card: Card, page: CardPage): Birth | null {
  const label = findLabel(page.lines, ['出生日期 Date of Birth', 'Date of Birth', '出生日期']);
  const found = page.lines.flatMap((line) => {
    if (telegraphCodesIn(line.text)) return [];
    const date = dateIn(line.text, ['DMY']);
    return date ? [{ line, date }] : [];
  });
  const distance = ({ line }: Birth) => (label ? Math.abs(middleY(line.box) - middleY(label.box)) : 0);
  const birth = found.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
  if (!birth) return null;
  const { line, date } = birth;
  card.print('birthday', pieceOf(line, date.start, date.end), formatDate(date, 'DD-MM-YYYY'));
  takeSex(card, page, birth);
  return birth;
}

/** Beside the date of birth, in its line or another one of that row. */
function takeSex(card: Card, page: CardPage, { line, date }: Birth): void {
  const beside = page.lines.filter(
    (other) => other !== line && isSameRow(other.box, line.box) && other.box.left > line.box.left,
  );
  const rest = [pieceOf(line, date.end), ...beside.map((other) => pieceOf(other))];
  for (const piece of rest) {
    if (piece && piece.text.length <= 6) card.print('sex', piece, sexIn(piece.text));
  }
}

/** The first line that has one, as a piece of it. */
function firstOf(page: CardPage, find: (text: string) => Found | null): [Piece, string] | null {
  for (const line of page.lines) {
    const found = telegraphCodesIn(line.text) ? null : find(line.text);
    const piece = found && pieceOf(line, found.start, found.end);
    if (found && piece) return [piece, found.text];
  }
  return null;
}

function takeDates(card: Card, page: CardPage, birth: Birth | null): void {
  const issued = firstOf(page, issueDateIn);
  if (issued) card.print('currentIssueDate', ...issued);
  const first = firstOf(page, firstRegistrationIn);
  if (first) card.print('firstIssueDate', ...first);
  const age = ageAtIssue(birth?.date ?? null, issued?.[1] ?? null);
  if (age !== null && (age < 0 || age > 120)) {
    card.because(
      'contradiction',
      'currentIssueDate',
      'The card is dated before its holder was born, or far too late.',
    );
  }
}

function takeSymbols(card: Card, page: CardPage, birth: Birth | null): void {
  const age = ageAtIssue(birth?.date ?? null, card.valueOf('currentIssueDate'));
  const below = page.lines.filter((line) => !birth || middleY(line.box) > middleY(birth.line.box));
  for (const line of below) {
    const symbols = symbolsIn(line.text, age);
    if (symbols === null) continue;
    card.print('symbols', pieceOf(line), symbols);
    return;
  }
}

/** By the title; the letter A among the symbols, the right of abode, says the same. */
function takePermanent(card: Card, page: CardPage): void {
  const word = findLabel(page.lines, ['永久性居民', 'PERMANENT']);
  const title = findLabel(page.lines, ['香港居民身份證', 'HONG KONG IDENTITY CARD', 'IDENTITY CARD']);
  const hasAbode = card.valueOf('symbols')?.includes('A') ?? null;
  if (!word && !title) {
    card.derive('permanent', hasAbode ? '1' : '-1', 0.7);
    return;
  }
  card.print('permanent', pieceOf((word ?? title)!.line), word ? '1' : '0');
  if (hasAbode !== null && hasAbode !== (word !== null)) {
    card.because(
      'contradiction',
      'permanent',
      'The title and the symbols do not agree on the right of abode.',
    );
  }
}

/** The English name, of one line or two, above the date of birth. */
function englishNamePiece(page: CardPage, birth: Birth | null): Piece | null {
  const above = page.lines.filter((line) => !birth || middleY(line.box) < middleY(birth.line.box));
  const likeness = (line: TextLine) => nameLikeness(line.text);
  const first = above.filter((line) => likeness(line) > 0).toSorted((a, b) => likeness(b) - likeness(a))[0];
  if (!first) return null;
  const height = first.box.bottom - first.box.top;
  const second = above.find(
    (line) =>
      likeness(line) > 0 &&
      !/[,;]/.test(line.text) &&
      Math.abs(line.box.left - first.box.left) < height &&
      line.box.top > middleY(first.box) &&
      line.box.top - first.box.bottom < 0.6 * height,
  );
  const pieces = [first, second].map((line) => line && pieceOf(line)).filter((piece) => piece != null);
  return joinPieces(pieces);
}

async function takeNames(card: Card, page: CardPage, birth: Birth | null): Promise<void> {
  const english = englishNamePiece(page, birth);
  if (english) card.print('englishName', english, formatName(english.text));
  const codeLine = page.lines.find((line) => telegraphCodesIn(line.text) !== null);
  const codes = codeLine ? telegraphCodesIn(codeLine.text) : null;
  if (codeLine && codes) card.print('telegraphCode', pieceOf(codeLine), codes.join(' '));
  const chinese = await readChineseName(page, english && boundsOf(english.boxes), codes);
  if (!chinese) return;
  card.print('chineseName', chinese.piece, chinese.name);
  if (!chinese.isVouchedFor) {
    const text =
      chinese.from === 'codes'
        ? 'The Chinese name is the one that the telegraph codes spell; its print was not read as the same.'
        : 'The Chinese name was read from print alone.';
    card.because('unsure', 'chineseName', text);
  }
}

async function takeNumber(card: Card, page: CardPage): Promise<{ holds: boolean; hasOval: boolean }> {
  const found = await findNumber(page);
  if (!found) {
    card.because('number-unreadable', 'number', 'No number of an identity card was found.');
    return { holds: false, hasOval: false };
  }
  card.print('number', found.piece, found.number);
  if (found.isContested) {
    card.because('contradiction', 'number', 'The number was read differently in two places or at two looks.');
  } else if (!found.holds) {
    card.because('number-wrong', 'number', 'The check character does not belong to the number.');
  }
  if (found.isRepaired) {
    card.because(
      'repaired',
      'number',
      'Characters were put right: one reading alone has the right check character.',
    );
  }
  return found;
}
