import { type DateOrder, datesIn, monthOf, type ReadDate } from '../dates.ts';
import { toDigits } from '../look-alikes.ts';
import { nearest } from '../nearest.ts';

/** Philippine documents put the year first, or the month; the day first is what is left where neither can be. */
const orders: readonly DateOrder[] = ['YMD', 'MDY', 'DMY'];

const monthNames = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const;

/** The dates of a text, left to right, `printed` as the card has it. */
export function philippineDates(text: string): readonly ReadDate[] {
  return datesIn(text, orders).map((date) => ({ ...date, printed: asPrinted(date.printed) }));
}

/** Spaces as print has them, and the name of a month as it is spelt: `August17,1985` is `August 17, 1985`. */
function asPrinted(read: string): string {
  const word = read.match(/[A-Za-z0]{3,}\.?/)?.[0];
  if (word === undefined || monthOf(word.replace('.', '')) === null) return read.replace(/\s+/g, '');
  const spelt = `${spell(word.replace('.', ''))}${word.endsWith('.') ? '.' : ''}`;
  const [, day, year] =
    read
      .slice(read.indexOf(word) + word.length)
      .match(/^[^0-9A-Za-z|]*([0-9OoDQIl|SsBZ]{1,2})[^0-9]*([0-9OoDQIl|SsBZ]{4})$/) ?? [];
  if (day !== undefined && year !== undefined) return `${spelt} ${toDigits(day)}, ${toDigits(year)}`;
  return read.replace(word, spelt).replace(/\s+/g, ' ');
}

function spell(word: string): string {
  const name = word.length > 4 ? nearest(word, monthNames, 0.25)?.entry : undefined;
  if (name === undefined) return word;
  return /[a-z]/.test(word) ? name[0]! + name.slice(1).toLowerCase() : name;
}
