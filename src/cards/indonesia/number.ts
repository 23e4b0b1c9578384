/** What a NIK says of its holder. */
export type NikFacts = {
  /** Code of the province where the number was given out, which need not be the one that the card is of. */
  readonly province: string;
  /** Two digits. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly sex: 'LAKI-LAKI' | 'PEREMPUAN';
};

/**
 * Province codes of the Ministry of Home Affairs, 54 being East Timor's, which older numbers carry, and 92 to 96 those of
 * the provinces that Papua was divided into (design/cards.md §1).
 */
const provinceCodes = new Set(
  (
    '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 54 61 62 63 64 65 71 72 73 74 75 76 81 82 ' +
    '91 92 93 94 95 96'
  ).split(' '),
);

/** What is added to the day of birth of a woman. */
const womansDay = 40;

/**
 * Whether `number` is a NIK by its build: province, regency (to 69) or city (from 71), district, a day of birth that
 * exists in some year, a running number from 1. There is no check digit.
 */
export function isNik(number: string): boolean {
  if (!/^\d{16}$/.test(number)) return false;
  const { province, month, day, year } = factsOf(number);
  const regency = Number(number.slice(2, 4));
  if (!provinceCodes.has(province) || regency === 0 || regency === 70) return false;
  if (number.slice(4, 6) === '00' || number.slice(12) === '0000') return false;
  // 1900 had no leap day, but nobody with a NIK was born then.
  const date = new Date(Date.UTC(2000 + year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Province, birth date and sex inside a number of sixteen digits. */
export function factsOf(number: string): NikFacts {
  const day = Number(number.slice(6, 8));
  const isWoman = day > womansDay;
  return {
    province: number.slice(0, 2),
    year: Number(number.slice(10, 12)),
    month: Number(number.slice(8, 10)),
    day: isWoman ? day - womansDay : day,
    sex: isWoman ? 'PEREMPUAN' : 'LAKI-LAKI',
  };
}
