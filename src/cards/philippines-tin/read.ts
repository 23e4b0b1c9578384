import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { type Collector, collect } from '../collect.ts';
import type { ReadDate } from '../dates.ts';
import { type FoundLabel, findLabels } from '../find-label.ts';
import { printOf, withoutClutter } from '../philippines/clutter.ts';
import { withEnye } from '../philippines/enye.ts';
import { addressBetween, findAddress } from '../philippines/find-address.ts';
import { allDates, findDate, orderOf } from '../philippines/find-date.ts';
import { findNumberTwice, printNumber, withoutNumber } from '../philippines/find-number.ts';
import type { Found } from '../philippines/find-value.ts';
import { labelPhrases } from '../philippines/labels.ts';
import { findFullName } from '../philippines/plain-name.ts';
import { taxpayerNumberTemplates } from './number.ts';
import type { TinField } from './shape.ts';

const { fullName, address, birthday, issueDate, signature } = labelPhrases;
const phrases = { fullName, address, birthday, issueDate, signature, number: ['TIN', 'TIN No.'] };
type TinLabels = Partial<Record<keyof typeof phrases, FoundLabel>>;

const fieldNames: readonly TinField[] = ['number', 'fullName', 'address', 'birthday', 'issueDate'];
const required: readonly TinField[] = ['fullName', 'birthday'];

/**
 * Reads a taxpayer's card, the yellow one and the green one of 2021: number, name, address, date of birth and date of
 * issue, top to bottom, with or without labels for name and address.
 */
export async function readTin(page: CardPage): Promise<CardReading<TinField>> {
  const card = collect(fieldNames);
  const print = printOf(page);
  const number = await findNumberTwice(page, print, taxpayerNumberTemplates);
  printNumber(card, number, 'No taxpayer number was found.');
  const lines = withoutClutter(withoutNumber(print, number));
  const labels: TinLabels = findLabels(lines, phrases);
  const name = findFullName(lines, labels.fullName, labels, number?.line.box);
  if (name) card.print('fullName', await withEnye(page, name));
  const place =
    findAddress(lines, labels.address, labels) ?? (name && addressBetween(lines, name.boxes, labels));
  if (place) card.print('address', await withEnye(page, place, true));
  readDates(card, lines, labels);
  return card.finish(number !== null, required);
}

/** By their labels; without them, the earlier of two dates is the birth. One date alone is taken for the birth. */
function readDates(card: Collector<TinField>, lines: readonly TextLine[], labels: TinLabels): void {
  const dates = allDates(lines);
  let born: Found<ReadDate> | null = findDate(lines, labels.birthday, labels);
  let issued: Found<ReadDate> | null = findDate(lines, labels.issueDate, labels);
  const isFree = (date: Found<ReadDate>, other: Found<ReadDate> | null) =>
    other === null || orderOf(date.value) !== orderOf(other.value);
  born ??= dates.find((date) => isFree(date, issued)) ?? null;
  issued ??= dates.findLast((date) => isFree(date, born)) ?? null;
  if (born) card.print('birthday', born.piece, born.value.printed);
  if (issued) card.print('issueDate', issued.piece, issued.value.printed);
  if (born && issued && orderOf(born.value) >= orderOf(issued.value)) {
    card.because('contradiction', 'issueDate', 'The card was issued before its holder was born.');
  }
}
