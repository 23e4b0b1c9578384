import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { type Collector, collect } from '../collect.ts';
import type { ReadDate } from '../dates.ts';
import { type FoundLabel, findLabels } from '../find-label.ts';
import { toDigits } from '../look-alikes.ts';
import { printOf, withoutClutter } from '../philippines/clutter.ts';
import { withEnye } from '../philippines/enye.ts';
import { findAddress } from '../philippines/find-address.ts';
import { allDates, findDate, orderOf } from '../philippines/find-date.ts';
import { findNumberTwice, printNumber, withoutNumber } from '../philippines/find-number.ts';
import { findSex } from '../philippines/find-sex.ts';
import { type Found, findValue } from '../philippines/find-value.ts';
import { labelPhrases } from '../philippines/labels.ts';
import { fitTemplate } from '../philippines/number-template.ts';
import { nationalityOf } from '../philippines/words.ts';
import { licenceName } from './name.ts';
import { agencyCodeTemplate, licenceNumberTemplates } from './number.ts';
import type { DrivingLicenceField } from './shape.ts';

const { fullName, lastName, firstName, middleName, sex, birthday, address, nationality } = labelPhrases;
const { expiryDate, signature } = labelPhrases;
const phrases = {
  fullName,
  lastName,
  firstName,
  middleName,
  sex,
  birthday,
  address,
  nationality,
  expiryDate,
  signature,
  number: ['License No.', 'Licence No.', 'License Number', "Driver's License No."],
  agencyCode: ['Agency Code'],
  weight: ['Weight (kg)', 'Weight', 'Timbang'],
  height: ['Height (m)', 'Height (cm)', 'Height', 'Taas'],
  bloodType: ['Blood Type'],
  eyes: ['Eyes Color', 'Eye Color'],
  codes: ['DL Codes', 'Restrictions', 'Restriction Codes'],
  conditions: ['Conditions'],
};
export type LicenceLabels = Partial<Record<keyof typeof phrases, FoundLabel>>;

const fieldNames: readonly DrivingLicenceField[] = [
  'name',
  'lastName',
  'firstName',
  'middleName',
  'nationality',
  'sex',
  'address',
  'number',
  'expiryDate',
  'agencyCode',
  'birthday',
];
/** The middle name and the agency's code are not on every card. */
const required: readonly DrivingLicenceField[] = [
  'lastName',
  'firstName',
  'nationality',
  'sex',
  'address',
  'expiryDate',
  'birthday',
];

/**
 * Reads the front of a driver's licence, the older (Department of Transportation and Communications) as the newer
 * (Department of Transportation): labels over their values, several on one row.
 */
export async function readDrivingLicence(page: CardPage): Promise<CardReading<DrivingLicenceField>> {
  const card = collect(fieldNames);
  const print = printOf(page);
  const number = await findNumberTwice(page, print, licenceNumberTemplates);
  printNumber(card, number, 'No licence number was found.');
  const lines = withoutClutter(withoutNumber(print, number));
  const labels: LicenceLabels = findLabels(lines, phrases);
  await readName(page, card, lines, labels);
  const country = findValue(lines, labels.nationality, labels, nationalityOf);
  if (country) card.print('nationality', country.piece, country.value);
  const sexFound = await findSex(page, lines, labels.sex, labels);
  if (sexFound) card.print('sex', sexFound.piece, sexFound.value);
  const place = findAddress(lines, labels.address, labels);
  if (place) card.print('address', await withEnye(page, place, true));
  const agency = findValue(lines, labels.agencyCode, labels, agencyCodeOf);
  if (agency) card.print('agencyCode', agency.piece, agency.value);
  readDates(card, lines, labels);
  return card.finish(number !== null, required);
}

async function readName(
  page: CardPage,
  card: Collector<DrivingLicenceField>,
  lines: readonly TextLine[],
  labels: LicenceLabels,
): Promise<void> {
  const found = licenceName(lines, labels);
  if (found === null) return;
  const whole = await withEnye(page, found.whole);
  const { last, first, middle } = found.split(whole.text);
  card.print('name', whole);
  card.print('lastName', whole, last);
  card.print('firstName', whole, first);
  card.print('middleName', whole, middle);
}

function agencyCodeOf(text: string): string | null {
  const last = text.split(/\s+/).findLast((word) => /^[A-Z0-9]{3}$/i.test(word));
  if (last === undefined) return null;
  // One of two digits may have been read as a letter (`CO1`): too many for a template, but its label vouches for it.
  const repaired = /^[A-Z](\d\w|\w\d)$/.test(last) ? last[0] + toDigits(last.slice(1)) : last;
  return fitTemplate(repaired, agencyCodeTemplate)?.value ?? null;
}

/** By their labels; without them, the day of birth is the earlier of two dates and the end the later one. */
function readDates(
  card: Collector<DrivingLicenceField>,
  lines: readonly TextLine[],
  labels: LicenceLabels,
): void {
  const dates = allDates(lines);
  let born: Found<ReadDate> | null = findDate(lines, labels.birthday, labels);
  let ends: Found<ReadDate> | null = findDate(lines, labels.expiryDate, labels);
  const isOther = (one: Found<ReadDate>, other: Found<ReadDate> | null) =>
    other === null || orderOf(one.value) !== orderOf(other.value);
  if (born === null && dates.length > 1) born = dates.find((date) => isOther(date, ends)) ?? null;
  if (ends === null && dates.length > 1) ends = dates.findLast((date) => isOther(date, born)) ?? null;
  if (born) card.print('birthday', born.piece, born.value.printed);
  if (ends) card.print('expiryDate', ends.piece, ends.value.printed);
  if (born && ends && orderOf(born.value) >= orderOf(ends.value)) {
    card.because('contradiction', 'expiryDate', 'The licence ends before its holder was born.');
  }
}
