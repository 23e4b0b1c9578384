import { type DateOrder, datesIn, type ReadDate } from '../dates.ts';
import { toDigits } from '../look-alikes.ts';

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

const digit = '[0-9OoDQIl|SsBZ]';
const monthFirst = new RegExp(
  `^(?<word>0?[A-Za-z].*?)(?<dot>\\.?)[\\s,-]*(?<day>${digit}{1,2})\\W*(?<year>${digit}{4})$`,
);

/** A slash of two that was read as the digit it leans like; the other one must have been read for what it is. */
const lostSlash =
  /(?<![\d/])(?:(\d{2}\/\d{2})[17](\d{4})|(\d{2})[17](\d{2}\/\d{4})|(\d{4}\/\d{2})[17](\d{2})|(\d{4})[17](\d{2}\/\d{2}))(?![\d/])/g;

/** The dates of a text, left to right, `printed` as the card has it. */
export function philippineDates(text: string): readonly ReadDate[] {
  const slashed = text.replace(lostSlash, (_match, ...groups) =>
    groups
      .slice(0, 8)
      .filter((group) => group !== undefined)
      .join('/'),
  );
  return datesIn(slashed, orders).map((date) => ({ ...date, printed: asPrinted(date) }));
}

/** Spaces as print has them, and the name of a month as it is spelt: `August17,1985` is `August 17, 1985`. */
function asPrinted({ printed, month }: ReadDate): string {
  const parts = monthFirst.exec(printed)?.groups;
  if (parts !== undefined) {
    const { word, dot, day, year } = parts;
    return `${spell(word!, month)}${dot} ${toDigits(day!)}, ${toDigits(year!)}`;
  }
  return /[A-Za-z]{3}/.test(printed) ? printed.replace(/\s+/g, ' ') : printed.replace(/\s+/g, '');
}

/** The month's name, or as much of it as was printed, in the case that was read. */
function spell(word: string, month: number): string {
  const name = monthNames[month - 1]!;
  const isWhole = word.length >= name.length - 1;
  const spelt = isWhole ? name : name.slice(0, word.length);
  return /[a-z]/.test(word) ? spelt[0]! + spelt.slice(1).toLowerCase() : spelt;
}
