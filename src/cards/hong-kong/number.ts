import { digitsLike } from '../look-alikes.ts';
import { type RepairedNumber, repairNumber } from '../repair-number.ts';

/** Values of the eight places: a missing second letter counts 36, letters 10 to 35 (design/cards.md §1 [2]). */
const weights = [9, 8, 7, 6, 5, 4, 3, 2];

function worthOf(character: string): number {
  if (character === ' ') return 36;
  return /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
}

/** The check character, `0` to `9` or `A`, for one or two letters and six digits. */
export function checkCharacterOf(prefix: string): string {
  const sum = weights.reduce(
    (total, weight, place) => total + weight * worthOf(prefix.padStart(8)[place]!),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'A' : String(check);
}

/** Whether this is a number of an identity card as printed, `Z683365(5)`, and its check character is right. */
export function isIdentityNumber(number: string): boolean {
  const parts = number.match(/^([A-Z]{1,2}\d{6})\(([0-9A])\)$/);
  return parts !== null && checkCharacterOf(parts[1]!) === parts[2];
}

/** The letters and six digits in front of the check character. */
export function prefixOf(number: string): string {
  return number.slice(0, -3);
}

const forms = ['A999999', 'AA999999'];

/**
 * The number that a text is, brackets or not, letters read for digits put right where one reading alone has the right
 * check character; null if it is none, or none that holds.
 */
export function readNumber(text: string): RepairedNumber | null {
  const read = [...text.normalize('NFKC').toUpperCase()].filter((character) => /[0-9A-Z]/.test(character));
  const last = read.pop();
  if (last === undefined) return null;
  const checks = last === 'A' ? ['A'] : digitsLike(last);
  const found = forms.flatMap((form) => {
    const repaired = repairNumber(read.join(''), form, (prefix) => checks.includes(checkCharacterOf(prefix)));
    return repaired ? [repaired] : [];
  });
  const [prefix] = found;
  if (!prefix || found.length > 1) return null;
  const check = checkCharacterOf(prefix.number);
  return { number: `${prefix.number}(${check})`, isRepaired: prefix.isRepaired || check !== last };
}

const readsAsDigit = '[0-9OoDQIlSsBZzGg|]';
const ending = `${readsAsDigit}{6} ?[([{<] ?[0-9A-Za-z] ?[)\\]}>]?`;
const bracketed = [
  new RegExp(`[A-Z]{1,2}${ending}`, 'u'),
  new RegExp(`(?<![0-9A-Za-z])[A-Z0-9]{1,2}${ending}`, 'u'),
];
const bare = new RegExp(`^[A-Z0-9]{1,2}${readsAsDigit}{6}[([{<]?[0-9A-Za-z][)\\]}>]?$`, 'u');
const withoutCheck = new RegExp(`^[A-Z]{1,2}${readsAsDigit}{6}$`, 'u');

/** The part of a line that has the shape of the whole number, check character included; null if none has. */
export function numberShapeIn(text: string): string | null {
  for (const form of bracketed) {
    const match = text.match(form);
    if (match) return match[0];
  }
  const joined = text.replaceAll(' ', '');
  return bare.test(joined) && /\d{4}/.test(joined) && !/^\d+$/.test(joined) ? joined : null;
}

/** A line that is the number without its check character, as the 2018 edition repeats it in the oval; else null. */
export function shortNumberIn(text: string): string | null {
  const joined = text.replaceAll(' ', '');
  if (!withoutCheck.test(joined) || (joined.match(/\d/g)?.length ?? 0) < 4) return null;
  const form = joined.length === 7 ? forms[0]! : forms[1]!;
  return repairNumber(joined, form, () => true)?.number ?? null;
}

const lettersAndDigits = (text: string) =>
  [...text.toUpperCase()].filter((letter) => /[0-9A-Z]/.test(letter));

/**
 * One number out of several readings that each fail: at each place any of them may be right. Readings may lack the
 * check character, one must have it. Null unless exactly one combination holds.
 */
export function reconcile(readings: readonly string[]): string | null {
  const spelled = readings.map(lettersAndDigits);
  const length = Math.max(0, ...spelled.map((reading) => reading.length));
  const fitting = spelled.filter((reading) => reading.length >= length - 1);
  let candidates = [''];
  for (let place = 0; place < length; place++) {
    const choices = new Set(fitting.flatMap((reading) => reading[place] ?? []));
    candidates = candidates.flatMap((start) => [...choices].map((choice) => start + choice));
    if (candidates.length > 64) return null;
  }
  const holding = new Set(candidates.map((candidate) => readNumber(candidate)?.number).filter(Boolean));
  const [number] = holding;
  return holding.size === 1 && number !== undefined ? number : null;
}
