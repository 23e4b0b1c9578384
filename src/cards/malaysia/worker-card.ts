import type { CardPage } from '../card-page.ts';
import type { Collector } from '../collect.ts';
import { dateIn, formatDate } from '../dates.ts';
import { type FoundLabel, findLabel, findLabels } from '../find-label.ts';
import { nearest } from '../nearest.ts';
import { type Piece, pieceOf } from '../piece.ts';
import { type Labels, valueBelow, valueBeside } from '../value-near.ts';
import type { Sex } from './print.ts';
import type { MalaysiaField } from './shape.ts';

/** What labels of the card may say, in Malay and in English. Unverified: no specimen of it was at hand. */
const phrases = {
  name: ['Nama', 'Name', 'Nama / Name'],
  number: ['No. Pasport', 'Passport No', 'No. Pasport / Passport No', 'No. Dokumen', 'Document No'],
  sex: ['Jantina', 'Sex', 'Gender', 'Jantina / Gender'],
  birthday: ['Tarikh Lahir', 'Date of Birth', 'Tarikh Lahir / Date of Birth'],
  nationality: ['Warganegara / Nationality', 'Warganegara', 'Nationality'],
  employer: ['Majikan', 'Employer', 'Majikan / Employer'],
  sector: ['Sektor', 'Sector', 'Sektor / Sector'],
  expiry: ['Tarikh Tamat', 'Date of Expiry', 'Sah Sehingga', 'Valid Until'],
} as const;

const titles = ['PAS LAWATAN KERJA SEMENTARA', 'PEKERJA ASING', 'FOREIGN WORKER'];

/** A passport's number: it has no check digit of its own outside of a machine readable zone. */
const passportNumber = /(?<![A-Z0-9])[A-Z]{1,2}\d{6,8}(?!\d)/;

const sexes = ['LELAKI', 'PEREMPUAN', 'MALE', 'FEMALE', 'M', 'F', 'L', 'P'] as const;
const sexOfWord: Readonly<Record<(typeof sexes)[number], Sex>> = {
  ...{ LELAKI: 'LELAKI', MALE: 'LELAKI', M: 'LELAKI', L: 'LELAKI' },
  ...{ PEREMPUAN: 'PEREMPUAN', FEMALE: 'PEREMPUAN', F: 'PEREMPUAN', P: 'PEREMPUAN' },
};

/** Whether a page is a foreign worker's card, which has labels and the number of a passport. */
export function isWorkerCard(page: CardPage): boolean {
  return (
    findLabel(page.lines, titles) !== null ||
    page.lines.some(({ text }) => /^[iI1l][- ]?KAD$/i.test(text.trim()))
  );
}

/** Reads a foreign worker's card (i-Kad) by its labels. Whether it has a number of the right form. */
export function readWorkerCard(card: Collector<MalaysiaField>, page: CardPage): boolean {
  const labels: Partial<Record<keyof typeof phrases, FoundLabel>> = findLabels(page.lines, phrases);
  const value = <Value>(label: FoundLabel | undefined, accept: (text: string) => Value | null) =>
    label ? valueNear(page, label, labels, accept) : null;
  const number = value(
    labels.number,
    (text) => text.toUpperCase().replaceAll(' ', '').match(passportNumber)?.[0] ?? null,
  );
  const name = value(labels.name, (text) => (/^[^\d]{3,}$/u.test(text) ? text.toUpperCase() : null));
  const birth = value(labels.birthday, (text) => dateIn(text, ['DMY', 'YMD']));
  const sex = value(labels.sex, (text) => nearest(text, sexes, 0.25)?.entry ?? null);
  if (number) card.print('number', number.piece, number.value);
  else card.because('number-unreadable', 'number', 'No number of a passport was found.');
  if (name) card.print('name', name.piece, name.value);
  if (birth) card.print('birthday', birth.piece, formatDate(birth.value, 'YYYY-MM-DD'));
  if (sex) card.print('sex', sex.piece, sexOfWord[sex.value]);
  const title = findLabel(page.lines, titles);
  if (title) card.print('kind', pieceOf(title.line, title.start, title.end), 'IKAD');
  else card.derive('kind', 'IKAD', 0.8);
  return number !== null;
}

function valueNear<Value>(
  page: CardPage,
  label: FoundLabel,
  labels: Labels,
  accept: (text: string) => Value | null,
): { readonly piece: Piece; readonly value: Value } | null {
  for (const piece of [valueBeside(page.lines, label, labels), valueBelow(page.lines, label, labels)]) {
    const value = piece && accept(piece.text);
    if (piece && value !== null) return { piece, value };
  }
  return null;
}
