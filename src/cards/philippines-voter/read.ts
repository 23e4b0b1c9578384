import type { Box } from '../../vision/geometry.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { type Collector, collect } from '../collect.ts';
import { type FoundLabel, findLabels } from '../find-label.ts';
import { lettersLike } from '../look-alikes.ts';
import { printOf, withoutClutter } from '../philippines/clutter.ts';
import { withEnye } from '../philippines/enye.ts';
import { addressBetween, findAddress } from '../philippines/find-address.ts';
import { allDates, findDate } from '../philippines/find-date.ts';
import { findNumberTwice, repairReason } from '../philippines/find-number.ts';
import { type Found, findValue } from '../philippines/find-value.ts';
import { labelPhrases } from '../philippines/labels.ts';
import { fitTemplate } from '../philippines/number-template.ts';
import { citizenshipOf, civilStatusOf } from '../philippines/words.ts';
import { type Piece, pieceOf } from '../piece.ts';
import { isSameRow, middleY } from '../rows.ts';
import { voterNames } from './names.ts';
import { looseVoterNumber, precinctTemplate, voterNumberTemplates } from './number.ts';
import type { VoterField } from './shape.ts';

const { fullName, lastName, firstName, middleName, birthday, address } = labelPhrases;
const { civilStatus, citizenship, signature, sex } = labelPhrases;
const phrases = {
  fullName,
  lastName,
  firstName,
  middleName,
  birthday,
  address,
  civilStatus,
  citizenship,
  signature,
  sex,
  precinct: ['Precinct No.', 'Precinct Number', 'Precinct', 'Presinto', 'Numero ng Presinto'],
  number: ['VIN', "Voter's Identification Number"],
};
type VoterLabels = Partial<Record<keyof typeof phrases, FoundLabel>>;

const fieldNames: readonly VoterField[] = [
  'number',
  'firstName',
  'lastName',
  'birthday',
  'civilStatus',
  'citizenship',
  'address',
  'precinct',
];
const required: readonly VoterField[] = ['firstName', 'lastName', 'birthday'];

/**
 * Reads a voter's card: its number on top; the names, labelled or one under the other; date of birth, civil status and
 * citizenship beside or under their labels; the address under them; the precinct at the bottom.
 */
export async function readVoter(page: CardPage): Promise<CardReading<VoterField>> {
  const card = collect(fieldNames);
  const print = printOf(page);
  const number = await readNumber(page, card, print);
  const lines = withoutClutter(number === null ? print : without(print, number));
  const labels: VoterLabels = findLabels(lines, phrases);
  const born = findDate(lines, labels.birthday, labels) ?? allDates(lines)[0];
  if (born) card.print('birthday', born.piece, born.value.printed);
  const until = born?.piece.boxes[0] ?? labels.birthday?.box;
  const names = voterNames(lines, labels, number, until);
  if (names.last) card.print('lastName', await withEnye(page, names.last));
  if (names.first) card.print('firstName', await withEnye(page, names.first));
  const status = findValue(lines, labels.civilStatus, labels, civilStatusOf) ?? byWord(lines, civilStatusOf);
  if (status) card.print('civilStatus', status.piece, status.value);
  const nation = findValue(lines, labels.citizenship, labels, citizenshipOf) ?? byWord(lines, citizenshipOf);
  if (nation) card.print('citizenship', nation.piece, nation.value);
  const above = lowestRow([born, status, nation], [labels.birthday, labels.civilStatus, labels.citizenship]);
  const place = findAddress(lines, labels.address, labels) ?? (above && addressBetween(lines, above, labels));
  if (place) card.print('address', await withEnye(page, place, true));
  readPrecinct(card, lines, labels);
  return card.finish(number !== null, required);
}

/** Where the lowest of these fields stand, several on one row at times, with their labels; null where none was found. */
function lowestRow(
  found: readonly (Found<unknown> | null | undefined)[],
  labels: readonly (FoundLabel | undefined)[],
): readonly Box[] | null {
  const values = found.flatMap((field) => field?.piece.boxes ?? []);
  const lowest = values.toSorted((a, b) => b.bottom - a.bottom)[0];
  if (lowest === undefined) return null;
  const row = values.filter((box) => isSameRow(box, lowest));
  const height = lowest.bottom - lowest.top;
  const own = labels.filter(
    (label) => label !== undefined && Math.abs(middleY(label.box) - middleY(lowest)) < 1.5 * height,
  );
  return [...row, ...own.map((label) => label!.box)];
}

async function readNumber(
  page: CardPage,
  card: Collector<VoterField>,
  print: readonly TextLine[],
): Promise<Piece | null> {
  const number = await findNumberTwice(page, print, voterNumberTemplates);
  if (number !== null) {
    card.print('number', number.piece, number.value);
    if (number.isRepaired) card.because('repaired', 'number', repairReason);
    return number.piece;
  }
  for (const line of print) {
    const loose = looseVoterNumber(line);
    if (loose === null) continue;
    card.print('number', loose.piece, loose.value);
    return loose.piece;
  }
  card.because('number-unreadable', 'number', 'No voter’s number was found.');
  return null;
}

/** All lines but the one that holds the number. */
function without(lines: readonly TextLine[], number: Piece): readonly TextLine[] {
  const [box] = number.boxes;
  return lines.filter((line) => line.box.top !== box!.top || line.box.bottom !== box!.bottom);
}

/** A line that is an entry of a vocabulary by itself, where its label was not read. */
function byWord(lines: readonly TextLine[], accept: (text: string) => string | null) {
  for (const line of lines) {
    const value = accept(line.text);
    const piece = value === null ? null : pieceOf(line);
    if (value !== null && piece !== null) return { value, piece };
  }
  return null;
}

function readPrecinct(card: Collector<VoterField>, lines: readonly TextLine[], labels: VoterLabels): void {
  const inNumber = card.valueOf('number')?.split('-')[1];
  const precinctOf = (text: string) =>
    fitTemplate(text, precinctTemplate)?.value ?? (isSamePrecinct(text, inNumber) ? inNumber! : null);
  const found = findValue(lines, labels.precinct, labels, precinctOf) ?? byWord(lines, aloneOf(precinctOf));
  if (found) card.print('precinct', found.piece, found.value);
}

/** Whether what was read may be the precinct within the number: its letter is taken for a digit at times. */
function isSamePrecinct(text: string, inNumber: string | undefined): boolean {
  const signs = [...text.replace(/[^0-9A-Z]/gi, '')];
  if (inNumber === undefined || !/^\d{4}[A-Z]$/.test(inNumber) || signs.length !== 5) return false;
  return signs.slice(0, 4).join('') === inNumber.slice(0, 4) && lettersLike(signs[4]!).includes(inNumber[4]!);
}

/** Without its label, a precinct is only believed where it is all that a line says. */
function aloneOf(accept: (text: string) => string | null): (text: string) => string | null {
  return (text) => (/^\W*[0-9A-Z]{5}\W*$/.test(text) ? accept(text) : null);
}
