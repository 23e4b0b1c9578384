import type { Box } from '../../vision/geometry.ts';
import type { CardPage } from '../card-page.ts';
import type { Collector } from '../collect.ts';
import { type SoughtNumber, searchNumber } from '../number-search.ts';
import { joinPieces, type Piece, pieceOf } from '../piece.ts';
import { ethnicGroupIn } from './ethnic-groups.ts';
import type { Front } from './front.ts';
import { settleRow } from './look-at-row.ts';
import { factsOf, isCitizenNumber } from './number.ts';
import type { MainlandField } from './shape.ts';

type Card = Collector<MainlandField>;

const form = { pattern: '99999999999999999X', holds: isCitizenNumber, alphabet: '0123456789X' };

/** How sure a value is that follows from the number alone. */
const derivedScore = 0.9;

/** The number of a front, where one of the right form was read. A cross is the check character X. */
export function findNumber(page: CardPage): Promise<SoughtNumber | null> {
  const lines = page.lines.map((line) => ({ ...line, text: line.text.replace(/[×✕]/gu, 'X') }));
  return searchNumber({ ...page, lines }, form);
}

export function takeNumber(card: Card, number: SoughtNumber | null): boolean {
  if (!number) {
    card.because('number-unreadable', 'number', 'No number of eighteen characters was found.');
    return false;
  }
  card.print('number', number.piece, number.number);
  if (!number.holds) {
    card.because(
      'number-wrong',
      'number',
      'The check character, region or birth date of the number is wrong.',
    );
  }
  if (number.isRepaired) {
    card.because(
      'repaired',
      'number',
      'A misread character was put right so that the check character holds.',
    );
  }
  if (number.isContested) card.because('contradiction', 'number', 'Two readings of the number differ.');
  return number.holds && !number.isContested;
}

/** Two characters or more; a middle dot parts the names of some peoples. */
const isName = (text: string) => /^\p{Script=Han}[\p{Script=Han}·]*\p{Script=Han}$/u.test(withDot(text));
const withDot = (text: string) => text.replace(/(?<=\p{Script=Han})[.•・‧∙*](?=\p{Script=Han})/gu, '·');

export async function takeName(card: Card, page: CardPage, piece: Piece | null): Promise<void> {
  if (!piece) return;
  const settled = await settleRow(page, piece, isName);
  const name = withDot(settled.text).replace(/[^\p{Script=Han}·]/gu, '');
  card.print('name', settled, name);
  if (!isName(name)) card.because('unsure', 'name', 'The name is shorter than names are.');
}

/** As printed; where it was not read, as the number says. */
export function takeSex(card: Card, piece: Piece | null, number: string | null): void {
  if (piece) card.print('sex', piece);
  if (number === null) return;
  const { sex } = factsOf(number);
  if (!piece) card.derive('sex', sex, derivedScore);
  else if (piece.text !== sex) {
    card.because('contradiction', 'sex', 'The sex inside the number is another than the printed one.');
  }
}

/** Heights right of its label within which the ethnic group stands: the longest name has four characters. */
const reach = 8;

/** A lone character is often lost by the reading of the whole card: then it is looked at together with its label. */
export async function takeEthnicGroup(card: Card, page: CardPage, front: Front): Promise<void> {
  const { ethnicGroup: read, ethnicLabel: label } = front;
  const group = read && ethnicGroupIn(read.text);
  if (read && group) card.print('ethnicGroup', read, group);
  if (group || !label) return;
  const box = label.boxes[0]!;
  const height = box.bottom - box.top;
  const zone = {
    ...box,
    top: box.top - height / 4,
    bottom: box.bottom + height / 4,
    right: box.right + reach * height,
  };
  const lines = await page.lookAgain(zone, { script: 'latin', isOneLine: true });
  const again = joinPieces(lines.flatMap((line) => pieceOf(line) ?? []));
  const after = again?.text.replace(/\s/gu, '').replace(/^.*?(?:民.|.族)/u, '');
  const second = after ? ethnicGroupIn(after) : null;
  if (again && second) card.print('ethnicGroup', { ...again, boxes: [{ ...zone, left: box.right }] }, second);
  else if (read) {
    card.print('ethnicGroup', read);
    card.because('unsure', 'ethnicGroup', 'What was read is none of the 56 ethnic groups.');
  }
}

type Birthday = { readonly year: number; readonly month: number; readonly day: number };

/** Year, month and day with their signs, of which one may be lost; null where it is no day. */
function birthdayIn(text: string): Birthday | null {
  const found = /(\d{4})年?(\d{1,2})月(\d{1,2})|(\d{4})年(\d{1,2})[^\d](\d{1,2})/u.exec(text);
  if (!found) return null;
  const [year, month, day] = found
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  return { year: year!, month: month!, day: day! };
}

/** Like the vendor's example, `1966/11/2`: as printed, without zeros in front. */
const written = ({ year, month, day }: Birthday) => `${year}/${month}/${day}`;

export async function takeBirthday(
  card: Card,
  page: CardPage,
  piece: Piece | null,
  number: string | null,
): Promise<void> {
  const inNumber = number === null ? null : written(factsOf(number));
  const agrees = (text: string) => {
    const read = birthdayIn(text);
    return read !== null && (inNumber === null || written(read) === inNumber);
  };
  const settled = piece && (await settleRow(page, piece, agrees));
  const read = settled && birthdayIn(settled.text);
  if (settled && read) card.print('birthday', settled, written(read));
  else card.derive('birthday', inNumber, derivedScore);
  if (read && inNumber !== null && written(read) !== inNumber) {
    card.because(
      'contradiction',
      'birthday',
      'The birth date inside the number is another than the printed one.',
    );
  }
}

/** Its rows, joined by a blank (contracts §6). */
export async function takeAddress(card: Card, page: CardPage, rows: readonly Piece[]): Promise<void> {
  const settled: Piece[] = [];
  for (const row of rows) settled.push(await settleRow(page, row, (text) => /\p{Script=Han}/u.test(text)));
  card.print('address', joinPieces(settled));
}

/** Where the rows above the number end: at the number, its label, or the foot of the card. */
export function topOfNumber({ lines, height }: CardPage, number: SoughtNumber | null): number {
  const box: Box | undefined =
    number?.piece.boxes[0] ?? lines.find(({ text }) => /公民|身份.?号|号码/u.test(text))?.box;
  return box?.top ?? height;
}
