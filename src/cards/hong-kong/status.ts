import { type CalendarDate, isRealDate } from '../dates.ts';
import { toDigits } from '../look-alikes.ts';

const stars = /^[*＊·.•'"°x×^\s]*/u;

/**
 * The symbols in a line, such as `***AZ`: stars for the age at issue, then A, C, R or U for the right to stay, Z, X, W
 * or O for the place of birth, B, N or Y for particulars changed or confirmed (design/cards.md §1 [5]). Null for any
 * other text. Stars that ran together are counted anew by age where it is known: three from 18 years on, one from 11.
 */
export function symbolsIn(text: string, ageAtIssue: number | null): string | null {
  const joined = text.replaceAll(' ', '');
  const lead = joined.match(stars)![0];
  const letters = joined.slice(lead.length).replaceAll('0', 'O').replaceAll('2', 'Z').replaceAll('4', 'A');
  if (!/^[ACRU][ZXWO][BNY]{0,2}$/.test(letters)) return null;
  if (lead === '' || lead === '***') return lead + letters;
  if (ageAtIssue === null) return (lead.length > 1 ? '***' : '*') + letters;
  return (ageAtIssue >= 18 ? '***' : '*') + letters;
}

/** A text within a line, and the code points that it takes there. */
export type Found = { readonly text: string; readonly start: number; readonly end: number };

const looseDigit = '[0-9OoDQIl|SsBZ]';
const monthAndYear = new RegExp(
  `[([{<]\\s*(${looseDigit}\\s?${looseDigit})\\s*[-–—.·~]?\\s*(${looseDigit}\\s?${looseDigit})\\s*[)\\]}>]?`,
  'u',
);
const twoDigits = `(${looseDigit}\\s?${looseDigit})`;
const hyphen = '\\s?[-–—.~]\\s?';
const shortDate = new RegExp(
  `(?<![0-9-])${twoDigits}${hyphen}${twoDigits}${hyphen}${twoDigits}(?!\\s?[0-9])`,
  'u',
);

const digitsOf = (text: string) => toDigits(text).replace(/\s/g, '');

/** The month of first registration, as `(MM-YY)`; null if the line has none in brackets. */
export function firstRegistrationIn(text: string): Found | null {
  const match = text.match(monthAndYear);
  if (!match) return null;
  const [month, year] = match.slice(1).map(digitsOf) as [string, string];
  if (Number(month) < 1 || Number(month) > 12) return null;
  return { text: `(${month}-${year})`, start: match.index!, end: match.index! + match[0].length };
}

/** The day of issue, as `DD-MM-YY`; null if the line has no real day with two digits of year. */
export function issueDateIn(text: string): Found | null {
  const match = text.match(shortDate);
  if (!match) return null;
  const [day, month, year] = match.slice(1).map(digitsOf) as [string, string, string];
  if (!isRealDate({ year: 2000 + Number(year), month: Number(month), day: Number(day) })) return null;
  return { text: `${day}-${month}-${year}`, start: match.index!, end: match.index! + match[0].length };
}

/** Full years between a birth and an issue date `DD-MM-YY`; null if either is unknown. */
export function ageAtIssue(born: CalendarDate | null, issueDate: string | null): number | null {
  if (!born || !issueDate) return null;
  const [day, month, year] = issueDate.split('-').map(Number) as [number, number, number];
  const isBefore = month < born.month || (month === born.month && day < born.day);
  return 2000 + year - born.year - (isBefore ? 1 : 0);
}

/** The sex in a text, as this API writes it; null if there is no sign of it, or signs of both. */
export function sexIn(text: string): '女F' | '男M' | null {
  const isFemale = /女|(?<![A-Za-z])F(?![A-Za-z])/u.test(text);
  const isMale = /男|(?<![A-Za-z])M(?![A-Za-z])/u.test(text);
  if (isFemale === isMale) return null;
  return isFemale ? '女F' : '男M';
}
