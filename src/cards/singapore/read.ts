import type { Box } from '../../vision/geometry.ts';
import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { type Collector, collect } from '../collect.ts';
import { dateIn, formatDate } from '../dates.ts';
import { nearest } from '../nearest.ts';
import { type SoughtNumber, searchNumber } from '../number-search.ts';
import type { Piece } from '../piece.ts';
import { addressOf, postcodeIn } from './address.ts';
import { labelsOf, type SingaporeLabels, valueFor } from './labels.ts';
import { namesUnder } from './names.ts';
import { isIdentityNumber } from './number.ts';
import type { SingaporeField } from './shape.ts';

const fieldNames: readonly SingaporeField[] = [
  'number',
  'name',
  'chineseName',
  'race',
  'birthday',
  'sex',
  'countryOfBirth',
  'nationality',
  'address',
  'postcode',
  'backNumber',
  'issued',
  'expiry',
];

const form = {
  pattern: 'A9999999A',
  holds: isIdentityNumber,
  alphabet: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
};

/** The commonest entries, to put a misread letter right; others are given as printed. */
const races = ['CHINESE', 'MALAY', 'INDIAN', 'EURASIAN', 'JAVANESE', 'BOYANESE', 'FILIPINO', 'TAMIL', 'SIKH'];
const countries = [
  'SINGAPORE',
  'MALAYSIA',
  'CHINA',
  'INDIA',
  'INDONESIA',
  'HONG KONG',
  'PHILIPPINES',
  'TAIWAN',
];
const oneEditOfSix = 0.17;

/** Reads the front of a Singapore identity card or pass, and the back where it was photographed too. */
export async function readSingapore(
  front: CardPage,
  back: CardPage | null,
): Promise<CardReading<SingaporeField>> {
  const card = collect(fieldNames);
  const frontNumber = await searchNumber(front, form);
  const backNumber = back && (await searchNumber(back, form));
  const numberHolds = takeNumbers(card, frontNumber, backNumber);
  await takeFront(card, front, labelsOf(front.lines));
  takeDates(card, front, labelsOf(front.lines));
  if (back) takeBack(card, back, labelsOf(back.lines));
  return card.finish(
    numberHolds,
    back ? ['number', 'name', 'birthday', 'address'] : ['number', 'name', 'birthday'],
  );
}

/** The number is printed on both sides: the back vouches for the front, and stands in for it where that was misread. */
function takeNumbers(
  card: Collector<SingaporeField>,
  front: SoughtNumber | null,
  back: SoughtNumber | null,
): boolean {
  const best = front?.holds || !back?.holds ? front : back;
  if (back) card.print('backNumber', back.piece, back.number);
  if (!best) {
    card.because('number-unreadable', 'number', 'No identity number was found.');
    return false;
  }
  if (best === front) card.print('number', best.piece, best.number);
  else card.derive('number', best.number, best.piece.score);
  if (!best.holds) card.because('number-wrong', 'number', 'The check letter of the number does not hold.');
  if (best.isRepaired) {
    card.because('repaired', 'number', 'A misread character was put right so that the check letter holds.');
  }
  const isContested = best.isContested || (front?.holds && back?.holds && front.number !== back.number);
  if (isContested) card.because('contradiction', 'number', 'Two readings of the number differ.');
  return best.holds && !isContested;
}

async function takeFront(
  card: Collector<SingaporeField>,
  page: CardPage,
  labels: SingaporeLabels,
): Promise<void> {
  const { lines } = page;
  const names = namesUnder(lines, labels.name, labels);
  card.print('name', names.name);
  card.print('chineseName', names.chineseName);
  takeWord(card, 'race', valueFor(lines, labels.race, labels), races);
  takeWord(card, 'countryOfBirth', valueFor(lines, labels.countryOfBirth, labels), countries);
  takeWord(card, 'nationality', valueFor(lines, labels.nationality, labels), []);
  await takeSex(card, page, labels);
}

function takeWord(
  card: Collector<SingaporeField>,
  field: SingaporeField,
  piece: Piece | null,
  vocabulary: readonly string[],
): void {
  if (piece) card.print(field, piece, nearest(piece.text, vocabulary, oneEditOfSix)?.entry ?? piece.text);
}

/** A single letter is often lost by the reading of the whole card: then its place is looked at by itself. */
async function takeSex(
  card: Collector<SingaporeField>,
  page: CardPage,
  labels: SingaporeLabels,
): Promise<void> {
  const read = valueFor(page.lines, labels.sex, labels);
  const letter = /^[FM]$|^(?:FE)?MALE$/.exec(read?.text.trim().toUpperCase() ?? '')?.[0][0];
  if (read && letter) card.print('sex', read, letter);
  if (letter || !labels.sex) return;
  const zone = zoneUnder(labels.sex.box);
  const [again] = await page.lookAgain(zone, { script: 'latin', alphabet: 'FM', isOneLine: true });
  if (again && /^[FM]$/.test(again.text)) {
    card.print('sex', { text: again.text, boxes: [zone], score: again.score });
  }
}

/** Where the value of a label with one letter stands: right under it, in print of up to twice its height. */
function zoneUnder(box: Box): Box {
  const height = box.bottom - box.top;
  return {
    left: box.left - height / 2,
    top: box.bottom,
    right: box.left + 2 * height,
    bottom: box.bottom + 2 * height,
  };
}

function takeDates(card: Collector<SingaporeField>, page: CardPage, labels: SingaporeLabels): void {
  for (const field of ['birthday', 'issued', 'expiry'] as const) {
    const piece = valueFor(page.lines, labels[field], labels);
    const date = dateIn(piece?.text ?? '', ['DMY']);
    if (date) card.print(field, piece, formatDate(date, 'DD-MM-YYYY'));
  }
}

function takeBack(card: Collector<SingaporeField>, page: CardPage, labels: SingaporeLabels): void {
  const address = addressOf(page.lines, labels);
  if (address) {
    card.print('address', address);
    card.print('postcode', address, postcodeIn(address.text));
  }
  if (card.valueOf('nationality') === null) {
    takeWord(card, 'nationality', valueFor(page.lines, labels.nationality, labels), []);
  }
  takeDates(card, page, labels);
}
