import { lettersLike, toDigits } from '../look-alikes.ts';

/** Blanks between digits and dashes taken away: dates of blurred cards are read with some. */
export function tightDates(text: string): string {
  return text.replace(/(?<=[\d-])\s+(?=[\d-])/gu, '');
}

/** Cards are filled in in capitals: a small l among them was an I. */
export function inCapitals(text: string): string {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return small > capitals ? text : text.replace(/l/gu, 'I').toUpperCase();
}

/** A person's name: no digits, which were letters then; `S.H.` and the like may follow it. */
export function asName(text: string): string {
  const letters = [...inCapitals(text)].map((character) => asLetter(character)).join('');
  return joinMarks(letters).replace(/^[^\p{L}]+|[^\p{L}.)']+$/gu, '');
}

/** A place's name: numbers stay (`16 ILIR`), a digit within a word was a letter. */
export function asPlace(text: string): string {
  const words = inCapitals(text).replace(/[\p{L}\d]+/gu, (word) =>
    /\p{L}/u.test(word) ? [...word].map(asLetter).join('') : word,
  );
  return joinMarks(words).replace(/^[^\p{L}\d]+|[^\p{L}\d)]+$/gu, '');
}

function asLetter(character: string): string {
  return /\d/.test(character) ? (lettersLike(character)[0] ?? character) : character;
}

/** Marks stand at the word before them: `JL .` is `JL.`. */
function joinMarks(text: string): string {
  return text.replace(/\s+(?=[.,])/gu, '');
}

/** Digits among the letters that are read for them, in the places that hold the number of a house. */
const houseNumbers: readonly RegExp[] = [
  /(?<=\bNO\b[.\s]*)[\dSOIZ]+(?![\p{L}\d])/gu,
  /(?<=\bBLOK\s\p{L})[\dSOIZ]+(?![\p{L}\d])/gu,
];

/** Words of addresses that are read with a digit in them; what else mixes letters and digits is left alone. */
const addressWords = new Set([
  'NO',
  'BLOK',
  'JL',
  'JLN',
  'GG',
  'KP',
  'DUSUN',
  'PERUM',
  'KOMP',
  'LORONG',
  'DSN',
  'RT',
  'RW',
]);

/** Words long enough to be no number of a house or a block, with at least three letters: `DIPONEG0R0`. */
const longWords = /(?<![\p{L}\d])(?=(?:0*\p{L}){3})[\p{L}0]{5,}(?![\p{L}\d])/gu;

/** An address as printed, with the words put right that every address is made of. */
export function asAddress(text: string): string {
  const capitals = joinMarks(inCapitals(text)).replace(/^J[I1|](?=[.\s])/u, 'JL');
  const worded = capitals
    .replace(/(?<=\p{L}{2})\d(?=\p{L}{2})/gu, (digit) => lettersLike(digit)[0] ?? digit)
    .replace(longWords, (word) => word.replaceAll('0', 'O'))
    .replace(/[\p{L}\d]+/gu, knownWord);
  return houseNumbers.reduce((address, place) => address.replace(place, toDigits), worded);
}

function knownWord(word: string): string {
  if (!/\p{L}/u.test(word)) return word;
  const letters = [...word].map((character) => lettersLike(character)[0] ?? '').join('');
  return addressWords.has(letters) ? letters : word;
}

/** Numbers of neighbourhood and block, `007/008`; null where the text is nothing like it. */
export function asNeighbourhood(text: string): string | null {
  const compact = toDigits(text.replace(/\s/gu, '').replace(/[|\\]/gu, '/'));
  const parts = /^(\d{1,3})\/(\d{1,3})$/u.exec(compact) ?? /^(\d{3})[17]?(\d{3})$/u.exec(compact);
  return parts ? `${parts[1]}/${parts[2]}` : null;
}
