/** Weights and check characters of GB 11643-1999 §6 (ISO 7064 MOD 11-2). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** First two digits of GB/T 2260: the provinces, autonomous regions, municipalities and special regions. */
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

/** What a citizen's number says of its holder. */
export type NumberFacts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly sex: '男' | '女';
};

/** Whether `number` is a citizen's number by GB 11643: region, a day that existed, check character. */
export function isCitizenNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  if (!regions.has(number.slice(0, 2))) return false;
  const { year, month, day } = factsOf(number);
  return year >= 1880 && isRealDay(year, month, day) && checkCharacterOf(number) === number[17];
}

/** Birth date and sex inside a number of the right shape; the seventeenth digit is odd for men. */
export function factsOf(number: string): NumberFacts {
  return {
    year: Number(number.slice(6, 10)),
    month: Number(number.slice(10, 12)),
    day: Number(number.slice(12, 14)),
    sex: Number(number[16]) % 2 === 1 ? '男' : '女',
  };
}

export function checkCharacterOf(number: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return checkCharacters[sum % 11]!;
}

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
