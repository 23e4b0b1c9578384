import { digitsLike, lettersLike } from './look-alikes.ts';

/** A number as it may be given on. */
export type RepairedNumber = {
  /** In the pattern's own form, separators included. */
  readonly number: string;
  /** Whether it differs from what was read in any letter or digit. */
  readonly isRepaired: boolean;
};

/** More ways than this of reading one number are a guess, not a reading. */
const maxCandidates = 256;

const isSlot = (character: string) => character === '9' || character === 'A' || character === 'X';

function choicesFor(slot: string, read: string): readonly string[] {
  if (slot === '9') return digitsLike(read);
  if (slot === 'A') return lettersLike(read);
  const upper = read.toUpperCase();
  return /^[0-9A-Z]$/.test(upper) ? [upper] : [];
}

/** All ways to read the characters as the pattern's slots, its separators written in; none if they do not fit. */
function candidatesFor(read: readonly string[], pattern: string): readonly string[] {
  let candidates = [''];
  let index = 0;
  for (const slot of pattern) {
    const choices = isSlot(slot) ? choicesFor(slot, read[index++] ?? '') : [slot];
    candidates = candidates.flatMap((start) => choices.map((choice) => start + choice));
    if (candidates.length > maxCandidates) return [];
  }
  return index === read.length ? candidates : [];
}

/**
 * What was read, as a number of this form. In `pattern`, `9` is a digit, `A` a capital letter, `X` either; all else is
 * printed as it stands. Separators in what was read do not matter, nor whether they were read. A character of the
 * wrong kind is taken for one that it looks like (O for 0, but never one digit for another: a check digit finds one
 * wrong guess in eleven to be right). Given is the only reading for which `holds`; null if none does or several do.
 *
 *     repairNumber('AB9876S4(3)', 'AA999999(X)', isHongKongNumber)
 */
export function repairNumber(
  text: string,
  pattern: string,
  holds: (number: string) => boolean,
): RepairedNumber | null {
  const read = [...text.normalize('NFKC')].filter((character) => /[\p{L}\p{N}|!$&?]/u.test(character));
  const holding = [...new Set(candidatesFor(read, pattern))].filter(holds);
  const [number] = holding;
  if (holding.length !== 1 || number === undefined) return null;
  const slots = [...pattern].flatMap((slot, index) => (isSlot(slot) ? [[...number][index]] : []));
  return { number, isRepaired: slots.join('') !== read.join('').toUpperCase() };
}
