import { type CalendarDate, dateIn, type ReadDate } from '../dates.ts';

const englishMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const thaiMonths = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');

/** The Buddhist era counts from 543 years before the common one. */
const yearsAhead = 543;

/** The English date in a text: day, month's name, year of the common era. */
export function englishDateIn(text: string): ReadDate | null {
  return dateIn(text, ['DMY']);
}

/** An English date as the card prints it: `14 Dec. 1966`; recognisers lose the full stop and the spaces. */
export function asEnglish({ day, month, year }: CalendarDate): string {
  const name = englishMonths[month - 1]!;
  return `${day} ${name}${name === 'May' ? '' : '.'} ${year}`;
}

/** The same day as the Thai line prints it, without spaces like the API documentation's example: `14ธ.ค.2509`. */
export function asThai({ day, month, year }: CalendarDate): string {
  return `${day}${thaiMonths[month - 1]}${year + yearsAhead}`;
}

/**
 * Day and year of a Thai date, as far as a reader without Thai sees them: digits, something, a year of the 25th or 26th
 * century. Null where the text holds no such thing.
 */
export function thaiDigitsIn(text: string): { readonly day: number; readonly year: number } | null {
  const found = /(?<!\d)(\d{1,2})\D{1,9}(2[45]\d{2}|26\d{2})(?!\d)/u.exec(text);
  return found && { day: Number(found[1]), year: Number(found[2]) - yearsAhead };
}
