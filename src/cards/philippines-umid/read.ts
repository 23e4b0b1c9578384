import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { collect } from '../collect.ts';
import { type FoundLabel, findLabels } from '../find-label.ts';
import { printOf, withoutClutter } from '../philippines/clutter.ts';
import { commonReferenceTemplates } from '../philippines/common-reference.ts';
import { withEnye } from '../philippines/enye.ts';
import { addressUnder, findAddress } from '../philippines/find-address.ts';
import { allDates, findDate } from '../philippines/find-date.ts';
import { findNumberTwice, printNumber, withoutNumber } from '../philippines/find-number.ts';
import { findSex } from '../philippines/find-sex.ts';
import { labelPhrases } from '../philippines/labels.ts';
import { namesByLabel } from '../philippines/names-by-label.ts';
import { asCommonReference } from './number.ts';
import type { UmidField } from './shape.ts';

const { lastName, firstName, middleName, sex, birthday, address, signature } = labelPhrases;
const phrases = { lastName, firstName, middleName, sex, birthday, address, signature };
type UmidLabels = Partial<Record<keyof typeof phrases, FoundLabel>>;

const fieldNames: readonly UmidField[] = [
  'surname',
  'middleName',
  'givenName',
  'sex',
  'birthday',
  'address',
  'number',
];
const required: readonly UmidField[] = ['surname', 'givenName', 'birthday'];

/**
 * Reads the front of a Unified Multi-Purpose ID: the number on top, surname, given and middle name under their labels,
 * sex and date of birth beside theirs on one row, and the address under that row, with or without a label of its own
 * (places as in the vendor's public example of this card).
 */
export async function readUmid(page: CardPage): Promise<CardReading<UmidField>> {
  const card = collect(fieldNames);
  const print = printOf(page);
  const number = await findNumberTwice(page, print, commonReferenceTemplates);
  const written = number ? asCommonReference(number.value) : undefined;
  printNumber(card, number, 'No Common Reference Number was found.', written);
  const lines = withoutClutter(withoutNumber(print, number));
  const labels: UmidLabels = findLabels(lines, phrases);
  const names = namesByLabel(lines, labels);
  if (names.lastName) card.print('surname', await withEnye(page, names.lastName));
  if (names.firstName) card.print('givenName', await withEnye(page, names.firstName));
  if (names.middleName) card.print('middleName', await withEnye(page, names.middleName));
  const born = findDate(lines, labels.birthday, labels) ?? allDates(lines)[0];
  if (born) card.print('birthday', born.piece, born.value.printed);
  const sexFound = await findSex(page, lines, labels.sex, labels);
  if (sexFound) card.print('sex', sexFound.piece, sexFound.value);
  const above = born?.piece.boxes[0] ?? labels.birthday?.box;
  const place = findAddress(lines, labels.address, labels) ?? (above && addressUnder(lines, above.bottom));
  if (place) card.print('address', await withEnye(page, place, true));
  return card.finish(number !== null, required);
}
