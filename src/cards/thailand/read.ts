import type { Box } from '../../vision/geometry.ts';
import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { type Collector, collect } from '../collect.ts';
import { type FoundLabel, findLabels } from '../find-label.ts';
import { searchNumber } from '../number-search.ts';
import type { Piece } from '../piece.ts';
import { asEnglish, asThai, thaiDigitsIn } from './dates.ts';
import { type EnglishNames, englishNames } from './english-names.ts';
import { type CardDates, findCardDates, type PlacedDate } from './find-dates.ts';
import { isCitizenNumber } from './number.ts';
import { readThaiLine, readThaiRows, wholeRow } from './read-thai.ts';
import { addressIn, religionIn, rowOverAddress, withLostRow } from './religion-and-address.ts';
import type { ThailandField } from './shape.ts';
import { thaiNameIn } from './thai-text.ts';

const fieldNames: readonly ThailandField[] = [
  'number',
  'thaiName',
  'englishFirstName',
  'englishLastName',
  'birthday',
  'issued',
  'expiry',
  'thaiBirthday',
  'thaiIssued',
  'thaiExpiry',
  'religion',
  'address',
  'registration',
];
const required: readonly ThailandField[] = ['number', 'englishFirstName', 'englishLastName', 'birthday'];

const phrases = {
  name: ['Name'],
  lastName: ['Last name'],
  number: ['Identification Number'],
  birthday: ['Date of Birth'],
  issued: ['Date of Issue'],
  expiry: ['Date of Expiry'],
};

const form = { pattern: '9999999999999', holds: isCitizenNumber, alphabet: '0123456789 ' };

/** The portrait and its scale of heights begin here, in shares of the width; Thai rows left of it end before it. */
const portraitLeft = 0.74;
/** The Thai name stands right above the English one, in print of up to twice its height: where to look for its row. */
const thaiNameHeights = 3;

/**
 * Reads the front of a Thai card. Latin print and digits are read by the page's own reader and found by label; Thai rows
 * are found by where they stand between them and read by a reader of Thai. Thai dates follow from the English ones.
 */
export async function readThailand(page: CardPage): Promise<CardReading<ThailandField>> {
  const card = collect(fieldNames);
  const labels = findLabels(page.lines, phrases);
  const numberHolds = await takeNumber(card, page);
  const names = englishNames(page.lines, labels);
  if (names.first) card.print('englishFirstName', names.first.piece, names.first.value);
  if (names.last) card.print('englishLastName', names.last.piece, names.last.value);
  const dates = findCardDates(page.lines, labels);
  takeDates(card, page, dates);
  takeRegistration(card, page);
  await takeThaiName(card, page, labels, names);
  const birthday = dates.birthday?.piece.boxes[0] ?? labels.birthday?.box;
  if (birthday)
    await takeThaiRows(card, page, birthday.bottom, topOfIssue(page, birthday, labels.issued?.box));
  return card.finish(numberHolds, required);
}

async function takeNumber(card: Collector<ThailandField>, page: CardPage): Promise<boolean> {
  const found = await searchNumber(page, form);
  if (!found) {
    card.because('number-unreadable', 'number', 'No number of thirteen digits was found.');
    return false;
  }
  card.print('number', found.piece, found.number);
  if (!found.holds) card.because('number-wrong', 'number', 'The check digit of the number does not hold.');
  if (found.isRepaired) {
    card.because('repaired', 'number', 'A misread character was put right so that the check digit holds.');
  }
  if (found.isContested) card.because('contradiction', 'number', 'Two readings of the number differ.');
  return found.holds && !found.isContested;
}

function takeDates(card: Collector<ThailandField>, page: CardPage, dates: CardDates): void {
  takeDate(card, page, 'birthday', 'thaiBirthday', dates.birthday);
  takeDate(card, page, 'issued', 'thaiIssued', dates.issued);
  takeDate(card, page, 'expiry', 'thaiExpiry', dates.expiry);
  const isForLife = page.lines.some(({ text }) => /LIFE\s*LONG/i.test(text));
  if (!dates.expiry && isForLife) {
    card.derive('expiry', 'LIFELONG', 0.9);
    card.derive('thaiExpiry', 'ตลอดชีพ', 0.9);
  }
}

/** How sure a Thai date is that follows from the English one, with and without its digits seen in Thai print. */
const seenInThai = 0.97;
const derivedOnly = 0.85;

function takeDate(
  card: Collector<ThailandField>,
  page: CardPage,
  english: 'birthday' | 'issued' | 'expiry',
  thai: 'thaiBirthday' | 'thaiIssued' | 'thaiExpiry',
  found: PlacedDate | undefined,
): void {
  if (!found) return;
  card.print(english, found.piece, asEnglish(found.date));
  const isSeen = page.lines.some(({ text }) => {
    const digits = thaiDigitsIn(text);
    return digits?.day === found.date.day && digits.year === found.date.year;
  });
  card.derive(thai, asThai(found.date), isSeen ? seenInThai : derivedOnly);
}

/** Office and running number under the portrait: four, two and eight digits. */
function takeRegistration(card: Collector<ThailandField>, page: CardPage): void {
  for (const line of page.lines) {
    const found = /^(\d{4})-?(\d{2})-?(\d{8})$/.exec(line.text.replace(/\s/gu, ''));
    if (!found) continue;
    const piece: Piece = { text: line.text, boxes: [line.box], score: line.score };
    card.print('registration', piece, found.slice(1).join('-'));
    return;
  }
}

/**
 * The row between the number and the English name, over the whole width: a reader without Thai loses parts of it, the
 * larger ones first.
 */
async function takeThaiName(
  card: Collector<ThailandField>,
  page: CardPage,
  labels: Partial<Record<'name' | 'number', FoundLabel>>,
  names: EnglishNames,
): Promise<void> {
  if (!labels.name) return;
  const { top: bottom, bottom: below } = labels.name.box;
  const top = Math.max(labels.number?.box.bottom ?? 0, bottom - thaiNameHeights * (below - bottom));
  const zone = wholeRow(page, top, bottom);
  // The reader gives up some rows as a whole: then without their label, in the column of the English name.
  const left = labels.name.box.left - (below - bottom);
  for (const box of [zone, { ...zone, left }]) {
    const row = await readThaiLine(page, box);
    const name = row && thaiNameIn(row.text, names);
    if (!row || !name) continue;
    card.print('thaiName', { text: name, boxes: [row.box], score: row.score });
    return;
  }
}

/** Where the day of issue begins, in Thai above its English form, which stands above its label. */
function topOfIssue(page: CardPage, birthday: Box, label: Box | undefined): number {
  const days = page.lines.filter(({ text, box }) => box.top > birthday.bottom && thaiDigitsIn(text) !== null);
  return Math.min(label?.top ?? page.height, ...days.map(({ box }) => box.top));
}

/** Religion and address stand between the birthday and the day of issue. */
async function takeThaiRows(
  card: Collector<ThailandField>,
  page: CardPage,
  top: number,
  bottom: number,
): Promise<void> {
  const rows = await readThaiRows(page, top, bottom, page.width * portraitLeft);
  const right = page.width * portraitLeft;
  const religion = religionIn(rows) ?? religionIn(await rowOverAddress(page, rows, top, right));
  card.print('religion', religion);
  card.print('address', addressIn(await withLostRow(page, rows, right)));
}
