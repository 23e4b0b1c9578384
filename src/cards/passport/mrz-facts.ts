import { type CalendarDate, fullYear, isRealDate } from '../dates.ts';
import { longNumberOf } from './mrz-check.ts';
import type { Mrz } from './mrz-choose.ts';
import { cut } from './mrz-format.ts';

/** What a machine readable zone says besides the names. Null where it is all fillers or no such thing. */
export type MrzFacts = {
  readonly number: string | null;
  /** Codes of ICAO 9303 part 3 §5: three letters, Germany one. */
  readonly issuer: string | null;
  readonly nationality: string | null;
  readonly birth: CalendarDate | null;
  readonly sex: 'F' | 'M' | null;
  readonly expiry: CalendarDate | null;
};

/** No document is made to hold longer; one that seems to is of the last century. */
const longestValidityYears = 50;

/** The facts of a zone, `currentYear` settling which century its two-digit years are of. */
export function factsOf(mrz: Mrz, currentYear: number): MrzFacts {
  const { format, lines } = mrz;
  const expiry = dateOf(cut(lines, format.expiry), currentYear + longestValidityYears);
  const latestBirth = Math.min(currentYear, expiry?.year ?? currentYear);
  const sex = cut(lines, format.sex);
  return {
    number: longNumberOf(format, lines) ?? withoutFillers(cut(lines, format.number)),
    issuer: withoutFillers(cut(lines, format.issuer)),
    nationality: withoutFillers(cut(lines, format.nationality)),
    birth: dateOf(cut(lines, format.birth), latestBirth),
    sex: sex === 'F' || sex === 'M' ? sex : null,
    expiry,
  };
}

/** Two digits each of year, month and day; the year is the latest one that is not after `latestYear`. */
function dateOf(text: string, latestYear: number): CalendarDate | null {
  if (!/^\d{6}$/.test(text)) return null;
  const [year, month, day] = [0, 2, 4].map((from) => Number(text.slice(from, from + 2))) as [
    number,
    number,
    number,
  ];
  const date = { year: fullYear(year, latestYear), month, day };
  return isRealDate(date) ? date : null;
}

function withoutFillers(text: string): string | null {
  return text.replace(/<+$/, '').replace(/</g, '') || null;
}
