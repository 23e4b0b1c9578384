import { type Day, writeDay } from '../dates.ts';

/** What the machine readable zone says. */
export type MrzWords = {
  readonly surname: string;
  readonly given: string;
  readonly number: string;
  readonly code: string;
  readonly birth: Day;
  readonly expiry: Day;
  readonly sex: 'F' | 'M';
};

/** ICAO 9303 part 3 §4.9. */
function checkDigit(text: string): string {
  const weights = [7, 3, 1];
  const sum = [...text].reduce(
    (total, sign, at) => total + (sign === '<' ? 0 : Number.parseInt(sign, 36)) * (weights[at % 3] as number),
    0,
  );
  return String(sum % 10);
}

const filled = (text: string, length: number) =>
  text
    .replace(/[^A-Z0-9]/g, '<')
    .padEnd(length, '<')
    .slice(0, length);
const checked = (text: string) => text + checkDigit(text);

function nameOf({ surname, given }: MrzWords, length: number): string {
  const words = (text: string) => text.replaceAll(/[^A-Z]/g, '<');
  return `${words(surname)}<<${words(given)}`.padEnd(length, '<').slice(0, length);
}

/** Two lines of 44: a passport's data page (part 4 §4.2). */
export function writeTd3(words: MrzWords): readonly string[] {
  const number = checked(filled(words.number, 9));
  const birth = checked(writeDay(words.birth, 'YYMMDD'));
  const expiry = checked(writeDay(words.expiry, 'YYMMDD'));
  const optional = `${'<'.repeat(14)}0`;
  const line = `${number}${words.code}${birth}${words.sex}${expiry}${optional}`;
  return [`P<${words.code}${nameOf(words, 39)}`, line + checkDigit(number + birth + expiry + optional)];
}

/** Two lines of 36: a travel document of 105 mm by 74 mm (part 6 §4.2). */
export function writeTd2(words: MrzWords): readonly string[] {
  const number = checked(filled(words.number, 9));
  const birth = checked(writeDay(words.birth, 'YYMMDD'));
  const expiry = checked(writeDay(words.expiry, 'YYMMDD'));
  const optional = '<'.repeat(7);
  const line = `${number}${words.code}${birth}${words.sex}${expiry}${optional}`;
  return [`P<${words.code}${nameOf(words, 31)}`, line + checkDigit(number + birth + expiry + optional)];
}

/** Three lines of 30: a passport card (part 5 §4.2). */
export function writeTd1(words: MrzWords): readonly string[] {
  const upper = `I<${words.code}${checked(filled(words.number, 9))}${'<'.repeat(15)}`;
  const birth = checked(writeDay(words.birth, 'YYMMDD'));
  const expiry = checked(writeDay(words.expiry, 'YYMMDD'));
  const optional = '<'.repeat(11);
  const middle = `${birth}${words.sex}${expiry}${words.code}${optional}`;
  return [upper, middle + checkDigit(upper.slice(5) + birth + expiry + optional), nameOf(words, 30)];
}
