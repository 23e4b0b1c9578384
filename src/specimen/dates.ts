import type { Random } from './random.ts';

/** A day of the Gregorian calendar; months from 1. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

const two = (value: number) => String(value).padStart(2, '0');

export function randomDay(random: Random, firstYear: number, lastYear: number): Day {
  const year = random.whole(firstYear, lastYear);
  const month = random.whole(1, 12);
  return { year, month, day: random.whole(1, new Date(Date.UTC(year, month, 0)).getUTCDate()) };
}

/** The same day some years later; 29 February becomes the 28th. */
export function yearsLater(day: Day, years: number): Day {
  const isLeapDay = day.month === 2 && day.day === 29;
  return { year: day.year + years, month: day.month, day: isLeapDay ? 28 : day.day };
}

export function dayBefore({ year, month, day }: Day): Day {
  const before = new Date(Date.UTC(year, month - 1, day - 1));
  return { year: before.getUTCFullYear(), month: before.getUTCMonth() + 1, day: before.getUTCDate() };
}

/** `pattern` holds DD, MM, YYYY or YY, and D or M for numbers without a leading zero. */
export function writeDay({ year, month, day }: Day, pattern: string): string {
  const parts: Readonly<Record<string, string>> = {
    YYYY: String(year),
    YY: two(year % 100),
    MM: two(month),
    M: String(month),
    DD: two(day),
    D: String(day),
  };
  return pattern.replace(/YYYY|YY|MM|M|DD|D/g, (part) => String(parts[part]));
}

export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `14 Mar. 1986` as Thai cards print it with a dot, passports without. */
export function writeDayInWords({ year, month, day }: Day, dot = ''): string {
  const name = String(englishMonths[month - 1]);
  const short = name.slice(0, 3);
  return `${day} ${short}${short === name ? '' : dot} ${year}`;
}
