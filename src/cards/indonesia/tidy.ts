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

/** A name or place: no digits, which were letters then. */
export function asLetters(text: string): string {
  const letters = [...inCapitals(text)].map((character) =>
    /\d/.test(character) ? (lettersLike(character)[0] ?? character) : character,
  );
  return letters.join('').replace(/^[^\p{L}]+|[^\p{L}.)']+$/gu, '');
}

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

/** An address as printed, with the words put right that every address is made of. */
export function asAddress(text: string): string {
  const capitals = inCapitals(text).replace(/^J[I1|](?=[.\s])/u, 'JL');
  const words = capitals.replace(/(?<=\p{L}{2})\d(?=\p{L}{2})/gu, (digit) => lettersLike(digit)[0] ?? digit);
  return words.replace(/[\p{L}\d]+/gu, (word) => {
    if (!/\p{L}/u.test(word)) return word;
    const letters = [...word].map((character) =>
      /\d/.test(character) ? (lettersLike(character)[0] ?? '') : character,
    );
    return addressWords.has(letters.join('')) ? letters.join('') : word;
  });
}

/** Numbers of neighbourhood and block, `007/008`; null where the text is nothing like it. */
export function asNeighbourhood(text: string): string | null {
  const compact = toDigits(text.replace(/\s/gu, '').replace(/[|\\]/gu, '/'));
  const parts = /^(\d{1,3})\/(\d{1,3})$/u.exec(compact) ?? /^(\d{3})[17]?(\d{3})$/u.exec(compact);
  return parts ? `${parts[1]}/${parts[2]}` : null;
}
