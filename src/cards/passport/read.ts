import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { type Collector, collect } from '../collect.ts';
import { type CalendarDate, formatDate } from '../dates.ts';
import type { Piece } from '../piece.ts';
import { numberOf } from './mrz-choose.ts';
import { factsOf, type MrzFacts } from './mrz-facts.ts';
import type { Span } from './mrz-format.ts';
import { namePart } from './mrz-names.ts';
import { hasDate } from './printed.ts';
import { type ReadMrz, readMrz } from './read-mrz.ts';
import type { PassportField } from './shape.ts';

const fieldNames: readonly PassportField[] = [
  'number',
  'fullName',
  'surname',
  'givenName',
  'birthday',
  'sex',
  'expiry',
  'issuingCountry',
  'nationality',
  'firstLine',
  'otherLines',
];
const required: readonly PassportField[] = ['number', 'surname', 'birthday', 'expiry', 'nationality'];

/** How sure a value is whose check digits hold, and one that nothing vouches for at the most. */
const checkedConfidence = 0.99;
const unvouchedConfidence = 0.7;

/** Reads a passport's data page by its machine readable zone, and holds the print above against it. */
export async function readPassport(page: CardPage): Promise<CardReading<PassportField>> {
  const card = collect(fieldNames);
  const read = await readMrz(page);
  if (!read) {
    card.because('number-unreadable', 'number', 'No machine readable zone was found.');
    return card.finish(false, required);
  }
  const facts = factsOf(read.mrz, new Date().getUTCFullYear());
  takeFacts(card, read, facts);
  takeNames(card, read);
  takeLines(card, read);
  tellDoubts(card, read, facts);
  return card.finish(read.mrz.failing.length === 0 && facts.number !== null, required);
}

function takeFacts(card: Collector<PassportField>, read: ReadMrz, facts: MrzFacts): void {
  const { format, failing } = read.mrz;
  const sure = failing.length === 0 ? checkedConfidence : unvouchedConfidence;
  const take = (field: PassportField, part: Span, value: string | null) =>
    card.print(field, pieceOf(read, part, sure), value);
  take('number', format.number, facts.number);
  take('birthday', format.birth, isoDate(facts.birth));
  take('expiry', format.expiry, isoDate(facts.expiry));
  take('sex', format.sex, facts.sex);
  take('nationality', format.nationality, facts.nationality);
  take('issuingCountry', format.issuer, facts.issuer);
}

function takeNames(card: Collector<PassportField>, { mrz, names, rows }: ReadMrz): void {
  const row = rows[mrz.format.names.line]!;
  const score = names.vouched === 'none' ? Math.min(row.score, unvouchedConfidence) : checkedConfidence;
  const piece: Piece = { text: '', boxes: [row.box], score };
  card.print('surname', piece, names.surname);
  card.print('givenName', piece, names.given);
  card.print('fullName', piece, [names.surname, names.given].filter(Boolean).join(' '));
  if (names.vouched === 'none') {
    card.because('unsure', 'fullName', 'The names have no check digit, and the print above was not read so.');
  }
}

/** The first line by itself; the second, or the second and third joined, since the vendor has two members. */
function takeLines(card: Collector<PassportField>, { mrz, rows, names }: ReadMrz): void {
  const score = mrz.failing.length === 0 ? checkedConfidence : unvouchedConfidence;
  const boxes = rows.map(({ box }) => box);
  const { line: nameLine, from, to } = mrz.format.names;
  const [first, ...others] = mrz.lines.map((line, at) =>
    at === nameLine && names.vouched !== 'none' ? line.slice(0, from) + namePart(names, to - from) : line,
  );
  card.print('firstLine', { text: first!, boxes: boxes.slice(0, 1), score });
  card.print('otherLines', { text: others.join(''), boxes: boxes.slice(1), score });
}

function tellDoubts(card: Collector<PassportField>, read: ReadMrz, facts: MrzFacts): void {
  const { mrz, zone } = read;
  const fields = { number: 'number', birth: 'birthday', expiry: 'expiry' } as const;
  for (const check of mrz.failing) {
    if (check === 'issuer' || check === 'nationality') {
      const field = check === 'issuer' ? 'issuingCountry' : 'nationality';
      card.because('number-wrong', field, `No state has the code of the ${field}.`);
      continue;
    }
    const field = check === 'optional' || check === 'composite' ? 'otherLines' : fields[check];
    card.because('number-wrong', field, `The check digit of the ${field} does not hold.`);
  }
  if (mrz.isRepaired) {
    card.because('repaired', 'number', 'A misread character was put right so that all check digits hold.');
  }
  if (facts.birth && hasDate(zone, facts.birth) === false) {
    card.because('unsure', 'birthday', 'The date of birth was not read so in the print.');
  }
  const number = numberOf(mrz);
  if (number && !zone.words.has(number)) {
    card.because('unsure', 'number', 'The number was not read so in the print.');
  }
}

function pieceOf({ rows }: ReadMrz, part: Span, score: number): Piece | null {
  const row = rows[part.line];
  if (!row) return null;
  const { box } = row;
  const step = (box.right - box.left) / Math.max(1, row.glyphs.length);
  const left = box.left + step * part.from;
  return {
    text: '',
    boxes: [{ ...box, left, right: Math.min(box.right, box.left + step * part.to) }],
    score,
  };
}

function isoDate(date: CalendarDate | null): string | null {
  return date && formatDate(date, 'YYYY-MM-DD');
}
