import { type CalendarDate, fullYear, isRealDate } from '../dates.ts';

/**
 * Codes of the place of birth that the registration department gives out: 01 to 16 and 21 to 59 the states, 60 and more
 * other countries, 82 unknown. Those left out were never used (design/cards.md §1, source 7).
 */
const unusedPlaces = new Set('00 17 18 19 20 69 70 73 80 81 94 95 96 97'.split(' '));

/** What a number says of its holder. */
export type NumberFacts = { readonly birth: CalendarDate; readonly sex: 'LELAKI' | 'PEREMPUAN' };

/** Whether `YYMMDD-PB-###G` is a number that may have been given out. There is no check digit. */
export function isMalaysianNumber(number: string): boolean {
  if (!/^\d{6}-\d{2}-\d{4}$/.test(number) || unusedPlaces.has(number.slice(7, 9))) return false;
  const [month, day] = [Number(number.slice(2, 4)), Number(number.slice(4, 6))];
  return [1900, 2000].some((century) =>
    isRealDate({ year: century + Number(number.slice(0, 2)), month, day }),
  );
}

/** Birth date and sex inside a number that holds. Its century is the latest that is not after `latestYear`. */
export function factsOf(number: string, latestYear: number): NumberFacts {
  const [month, day] = [Number(number.slice(2, 4)), Number(number.slice(4, 6))];
  const year = fullYear(Number(number.slice(0, 2)), latestYear);
  // 29 February 1900 was none, 2000 was: the other century where this one had no such day.
  const birth = isRealDate({ year, month, day }) ? { year, month, day } : { year: year - 100, month, day };
  return { birth, sex: sexIn(number) };
}

/** The last digit is odd for men and even for women. */
export function sexIn(number: string): NumberFacts['sex'] {
  return Number(number.at(-1)) % 2 === 1 ? 'LELAKI' : 'PEREMPUAN';
}
