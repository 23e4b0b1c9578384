import { toDigits } from './look-alikes.ts';
import { nearest } from './nearest.ts';

/** A day of the Gregorian calendar. `month` 1 to 12. */
export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number };

/** A date within a text. */
export type ReadDate = CalendarDate & {
  /** As it stands there, with digits where letters were read for digits. */
  readonly printed: string;
  /** Code points of the text from `start` up to `end`. */
  readonly start: number;
  readonly end: number;
};

/** The order of the parts in print: day first, month first or year first, four digits of year. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

const months = [
  ['JANUARY', 'JAN'],
  ['FEBRUARY', 'FEB'],
  ['MARCH', 'MAR'],
  ['APRIL', 'APR'],
  ['MAY'],
  ['JUNE', 'JUN'],
  ['JULY', 'JUL'],
  ['AUGUST', 'AUG'],
  ['SEPTEMBER', 'SEPT', 'SEP'],
  ['OCTOBER', 'OCT'],
  ['NOVEMBER', 'NOV'],
  ['DECEMBER', 'DEC'],
] as const;

/** A digit, or what is read for one. */
const digit = '[0-9OoDQIl|SsBZ]';
/** So many must have been read as digits: words are no dates. */
const minRealDigits = 4;
const separator = '\\s*[-/.,–—·~:]?\\s*';
const day = `(?<day>${digit}{1,2})`;
const year = `(?<year>${digit}{4})`;
/** The first letter of October is read as a nought at times. */
const monthName = '(?<month>[A-Za-z0](?=[A-Za-z])[A-Za-z0158]{2,8}?)\\.?';
const begin = '(?<![0-9])';
const end = '(?![0-9])';

type Patterns = Readonly<Record<DateOrder, RegExp>>;

/** `gap`: what may stand between the digits of one part, `between` what between the parts. */
function numericPatterns(gap: string, between: string): Patterns {
  const part = (name: string, digits: number) => `(?<${name}>${digit}(?:${gap}${digit}){${digits - 1}})`;
  const [days, monthsOfYear, years] = [part('day', 2), part('month', 2), part('year', 4)];
  const inOrder = (...parts: readonly string[]) =>
    new RegExp(`(?<![0-9]${gap})${parts.join(between)}(?!${gap}[0-9])`, 'gu');
  return {
    DMY: inOrder(days, monthsOfYear, years),
    MDY: inOrder(monthsOfYear, days, years),
    YMD: inOrder(years, monthsOfYear, days),
  };
}

const numeric = numericPatterns('', separator);
/** Figures of equal width come pulled apart where they are narrow: `1 6-03-2008`. Their separators must be there. */
const pulledApart = numericPatterns(' ?', ' ?[-/.,–—·~:] ?');
const worded: Patterns = {
  DMY: new RegExp(`${begin}${day}${separator}${monthName}${separator}${year}${end}`, 'gu'),
  MDY: new RegExp(`(?<![A-Za-z])${monthName}${separator}${day}${separator}${year}${end}`, 'gu'),
  YMD: new RegExp(`${begin}${year}${separator}${monthName}${separator}${day}${end}`, 'gu'),
};

/** Whether there is such a day, from 1850 to 2199. */
export function isRealDate({ year, month, day }: CalendarDate): boolean {
  if (year < 1850 || year > 2199) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** 1 to 12 for an English month's name or abbreviation, also misread by a letter; null for anything else. */
export function monthOf(name: string): number | null {
  const found = nearest(name, months.flat(), name.length > 4 ? 0.25 : 0);
  const index = months.findIndex((names) => (names as readonly string[]).includes(found?.entry ?? ''));
  return index < 0 ? null : index + 1;
}

type Writing = 'digits' | 'digits-apart' | 'words';

function fromMatch(text: string, match: RegExpExecArray, writing: Writing): ReadDate | null {
  if (match[0].replace(/[^0-9]/g, '').length < minRealDigits) return null;
  const { day, month, year } = match.groups!;
  const numberIn = (part: string | undefined) => Number(toDigits(part ?? '').replaceAll(' ', ''));
  const monthNumber = writing === 'words' ? monthOf(month!) : numberIn(month);
  const date = { year: numberIn(year), month: monthNumber ?? 0, day: numberIn(day) };
  if (!isRealDate(date)) return null;
  const start = [...text.slice(0, match.index)].length;
  const digits = writing === 'words' ? match[0] : toDigits(match[0]);
  const printed = writing === 'digits-apart' ? digits.replaceAll(' ', '') : digits;
  return { ...date, printed, start, end: start + [...match[0]].length };
}

/**
 * All real days in a text that are written in one of these orders, with digits (`17-08-1985`, `1985/08/17`; the
 * separators may be other ones or lost) or an English month (`AUG 17, 1985`), left to right, orders as asked first.
 */
export function datesIn(text: string, orders: readonly DateOrder[]): readonly ReadDate[] {
  const found: ReadDate[] = [];
  const take = (pattern: RegExp, writing: Writing) => {
    for (const match of text.matchAll(pattern)) {
      const date = fromMatch(text, match, writing);
      if (date && !found.some((other) => other.start < date.end && date.start < other.end)) found.push(date);
    }
  };
  for (const order of orders) {
    take(numeric[order], 'digits');
    take(worded[order], 'words');
  }
  for (const order of orders) take(pulledApart[order], 'digits-apart');
  return found.toSorted((a, b) => a.start - b.start);
}

/** The first of `datesIn`; null if there is none. */
export function dateIn(text: string, orders: readonly DateOrder[]): ReadDate | null {
  return datesIn(text, orders)[0] ?? null;
}

/** `DD`, `MM` and `YYYY` in a form such as `DD-MM-YYYY` replaced by the date's parts. */
export function formatDate(date: CalendarDate, form: string): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return form.replace('YYYY', String(date.year)).replace('MM', two(date.month)).replace('DD', two(date.day));
}

/** A year of two digits as the latest one that is not after `latestYear`. */
export function fullYear(twoDigitYear: number, latestYear: number): number {
  const century = latestYear - (latestYear % 100);
  return century + twoDigitYear > latestYear ? century - 100 + twoDigitYear : century + twoDigitYear;
}

/** Whether two dates are the same day. */
export function isSameDay(first: CalendarDate, second: CalendarDate): boolean {
  return first.year === second.year && first.month === second.month && first.day === second.day;
}
