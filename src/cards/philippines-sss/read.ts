import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { collect } from '../collect.ts';
import { type FoundLabel, findLabels } from '../find-label.ts';
import { printOf, withoutClutter } from '../philippines/clutter.ts';
import { commonReferenceTemplates } from '../philippines/common-reference.ts';
import { withEnye } from '../philippines/enye.ts';
import { allDates, findDate } from '../philippines/find-date.ts';
import { findNumber, findNumberTwice, printNumber, withoutNumber } from '../philippines/find-number.ts';
import { labelPhrases } from '../philippines/labels.ts';
import { namesByLabel } from '../philippines/names-by-label.ts';
import { findFullName } from '../philippines/plain-name.ts';
import { joinPieces, type Piece } from '../piece.ts';
import { socialSecurityTemplates } from './number.ts';
import type { SssField } from './shape.ts';

const { fullName, lastName, firstName, middleName, birthday, signature, issueDate } = labelPhrases;
const phrases = {
  fullName,
  lastName,
  firstName,
  middleName,
  birthday,
  signature,
  issueDate,
  number: ['SS No.', 'SSS No.', 'SS Number', 'SSS Number', 'SS ID No.', 'Social Security No.'],
};
type SssLabels = Partial<Record<keyof typeof phrases, FoundLabel>>;

const fieldNames: readonly SssField[] = ['number', 'fullName', 'birthday'];
const required: readonly SssField[] = ['fullName', 'birthday'];

/**
 * Reads the front of a card of the Social Security System. It prints number, name and date of birth, often without any
 * label; where the card has no number of the system's own, its Common Reference Number is given.
 */
export async function readSss(page: CardPage): Promise<CardReading<SssField>> {
  const card = collect(fieldNames);
  const print = printOf(page);
  const number =
    (await findNumberTwice(page, print, socialSecurityTemplates)) ??
    findNumber(print, commonReferenceTemplates);
  printNumber(card, number, 'No number of the system was found.');
  const lines = withoutClutter(withoutNumber(print, number));
  const labels: SssLabels = findLabels(lines, phrases);
  const { lastName: last, firstName: first, middleName: middle } = namesByLabel(lines, labels);
  const parts = [first, middle, last].filter((part): part is Piece => part !== undefined);
  const name =
    last && first ? joinPieces(parts) : findFullName(lines, labels.fullName, labels, number?.line.box);
  if (name) card.print('fullName', await withEnye(page, name));
  const born = findDate(lines, labels.birthday, labels) ?? allDates(lines)[0];
  if (born) card.print('birthday', born.piece, born.value.printed);
  return card.finish(number !== null, required);
}
