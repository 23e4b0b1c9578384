import type { Box } from '../../vision/geometry.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import { dateIn, formatDate, type ReadDate } from '../dates.ts';
import { findLabel } from '../find-label.ts';
import { type Piece, pieceOf } from '../piece.ts';
import { isSameRow, middleY } from '../rows.ts';
import type { HongKongCard } from './fields.ts';
import { ageAtIssue, type Found, firstRegistrationIn, issueDateIn, sexIn, symbolsIn } from './status.ts';
import { telegraphCodesIn } from './telegraph.ts';

/** Where the date of birth was read: names stand above it, symbols and the day of issue below. */
export type Birth = { readonly line: TextLine; readonly date: ReadDate };

/** The date of birth, and the sex beside it. Looked for once more below its label where it was not read. */
export async function takeBirth(card: HongKongCard, page: CardPage): Promise<Birth | null> {
  const label = findLabel(page.lines, ['出生日期 Date of Birth', 'Date of Birth', '出生日期']);
  const birth =
    birthIn(page.lines, label?.box ?? null) ??
    (label && birthIn(await linesBelow(page, label.box, 2.4), label.box));
  if (!birth) return null;
  const { line, date } = birth;
  card.print('birthday', pieceOf(line, date.start, date.end), formatDate(date, 'DD-MM-YYYY'));
  await takeSex(card, page, birth);
  return birth;
}

/** The date with four digits of year; the one nearest to its label if there are several. */
function birthIn(lines: readonly TextLine[], label: Box | null): Birth | null {
  const found = lines.flatMap((line) => {
    if (telegraphCodesIn(line.text)) return [];
    const date = dateIn(line.text, ['DMY']);
    return date ? [{ line, date }] : [];
  });
  const distance = ({ line }: Birth) => (label ? Math.abs(middleY(line.box) - middleY(label)) : 0);
  return found.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** What stands below some print, so many of its heights deep. */
function linesBelow(page: CardPage, { left, top, bottom }: Box, heights: number) {
  const height = bottom - top;
  const zone = {
    left: left - 0.5 * height,
    top: bottom - 0.1 * height,
    right: left + 14 * height,
    bottom: bottom + heights * height,
  };
  return page.lookAgain(zone, { script: 'latin' });
}

/** Beside the date of birth, in its line or another one of that row; looked for once more where it was not read. */
async function takeSex(card: HongKongCard, page: CardPage, { line, date }: Birth): Promise<void> {
  const beside = page.lines.filter(
    (other) => other !== line && isSameRow(other.box, line.box) && other.box.left > line.box.left,
  );
  const rest = [pieceOf(line, date.end), ...beside.map((other) => pieceOf(other))];
  printSex(card, rest);
  if (card.valueOf('sex') !== null) return;
  const { left, right } = pieceOf(line, date.start, date.end)!.boxes[0]!;
  const { top, bottom } = line.box;
  const height = bottom - top;
  const zone = { left: right + 0.3 * height, top: top - 0.2 * height, right: right + (right - left), bottom };
  const again = await page.lookAgain(zone, { script: 'latin', alphabet: '女男FM', isOneLine: true });
  printSex(
    card,
    again.map((other) => pieceOf(other)),
  );
}

function printSex(card: HongKongCard, pieces: readonly (Piece | null)[]): void {
  for (const piece of pieces) {
    if (piece && piece.text.length <= 6) card.print('sex', piece, sexIn(piece.text));
  }
}

/** Symbols, first registration and day of issue, in that order below the date of birth. */
export async function takeStatus(card: HongKongCard, page: CardPage, birth: Birth | null): Promise<void> {
  const below = page.lines.filter((line) => !birth || middleY(line.box) > middleY(birth.line.box));
  const issued = firstOf(below, issueDateIn) ?? (await issuedBelow(page, below));
  if (issued) card.print('currentIssueDate', ...issued);
  const first = firstOf(below, firstRegistrationIn);
  if (first) card.print('firstIssueDate', ...first);
  const age = ageAtIssue(birth?.date ?? null, issued?.[1] ?? null);
  if (age !== null && (age < 0 || age > 120)) {
    const text = 'The card is dated before its holder was born, or far too late.';
    card.because('contradiction', 'currentIssueDate', text);
  }
  await takeSymbols(card, page, below, age);
}

/** The first line that has one, as a piece of it. */
function firstOf(
  lines: readonly TextLine[],
  find: (text: string) => Found | null,
): readonly [Piece, string] | null {
  for (const line of lines) {
    const found = telegraphCodesIn(line.text) ? null : find(line.text);
    const piece = found && pieceOf(line, found.start, found.end);
    if (found && piece) return [piece, found.text];
  }
  return null;
}

/** The day of issue, where only the month above it or the label over both was read. */
async function issuedBelow(page: CardPage, lines: readonly TextLine[]) {
  const month = firstOf(lines, firstRegistrationIn)?.[0].boxes[0];
  const above = month ?? findLabel(lines, ['簽發日期 Date of Issue', 'Date of Issue', '簽發日期'])?.box;
  return above ? firstOf(await linesBelow(page, above, month ? 2 : 4.5), issueDateIn) : null;
}

/** Stars are lost more easily than letters: symbols without any, or read unsurely, are looked at once more. */
async function takeSymbols(
  card: HongKongCard,
  page: CardPage,
  lines: readonly TextLine[],
  age: number | null,
): Promise<void> {
  const line = lines.find(({ text }) => symbolsIn(text, age) !== null);
  if (!line) return;
  const symbols = symbolsIn(line.text, age);
  card.print('symbols', pieceOf(line), symbols);
  if (symbols?.startsWith('*') || !symbols?.startsWith('A')) return;
  const { left, top, right, bottom } = line.box;
  const height = bottom - top;
  const zone = { left: left - 2.5 * height, top, right: right + 0.3 * height, bottom };
  const again = await page.lookAgain(zone, { script: 'latin', isOneLine: true });
  const starred = again.map(({ text }) => symbolsIn(text, age)).find((text) => text?.endsWith(symbols));
  if (starred) card.print('symbols', pieceOf(line), starred);
}
