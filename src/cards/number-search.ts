import type { TextLine } from '../vision/ocr/text-line.ts';
import type { CardPage } from './card-page.ts';
import { type Piece, pieceOf } from './piece.ts';
import { repairNumber } from './repair-number.ts';
import { roomAround } from './zone.ts';

/** A number as it is printed on a type of card. */
export type NumberForm = {
  /** As `repairNumber` takes it; separators are left out. */
  readonly pattern: string;
  /** Its own check. */
  readonly holds: (number: string) => boolean;
  /** All characters that occur in it, for the second look. */
  readonly alphabet: string;
};

/** A number that was found, whether its check holds, and how far two readings agree on it. */
export type SoughtNumber = {
  readonly number: string;
  readonly holds: boolean;
  readonly isRepaired: boolean;
  /** Two readings hold and differ: neither can be believed. */
  readonly isContested: boolean;
  readonly piece: Piece;
};

/** A number read with less than this is read once more: some check digits do not see every digit. */
const sureScore = 0.93;

/**
 * The number of this form on a page. One that fails its check, was repaired or was read unsurely is looked at again; of
 * two readings the one that holds is taken. Null where nothing of the form is found.
 */
export async function searchNumber(page: CardPage, form: NumberForm): Promise<SoughtNumber | null> {
  const first = numberIn(page.lines, form);
  if (!first) return null;
  if (first.holds && !first.isRepaired && first.piece.score >= sureScore) return first;
  const look = { script: 'latin', alphabet: form.alphabet, isOneLine: true } as const;
  const again = numberIn(await page.lookAgain(roomAround(first.piece.boxes[0]!), look), form);
  if (!again?.holds) return first;
  if (!first.holds) return { ...again, piece: { ...first.piece, score: again.piece.score } };
  return { ...first, isContested: first.number !== again.number };
}

/** The number of this form in some lines: one that holds as read, else one that holds repaired, else one that does not hold. */
export function numberIn(lines: readonly TextLine[], form: NumberForm): SoughtNumber | null {
  const found = lines.flatMap((line) => numbersOf(line, form));
  const best = found.toSorted((first, second) => rank(second) - rank(first))[0];
  return best ?? null;
}

const rank = ({ holds, isRepaired }: SoughtNumber) => (holds ? 2 : 0) + (isRepaired ? 0 : 1);

function numbersOf(line: TextLine, { pattern, holds }: NumberForm): readonly SoughtNumber[] {
  const characters = [...line.text];
  const places = characters.flatMap((character, place) => (/[\p{L}\p{N}|!]/u.test(character) ? [place] : []));
  const found: SoughtNumber[] = [];
  for (let first = 0; first + pattern.length <= places.length; first++) {
    const last = first + pattern.length - 1;
    if (isDigit(characters, places[first - 1]) || isDigit(characters, places[last + 1])) continue;
    const text = places.slice(first, last + 1).map((place) => characters[place]);
    if (!isMostlyDigits(text.join(''), pattern)) continue;
    const piece = pieceOf(line, places[first], places[last]! + 1)!;
    const holding = repairNumber(text.join(''), pattern, holds);
    const number = holding ?? repairNumber(text.join(''), pattern, () => true);
    if (number) found.push({ ...number, holds: holding !== null, isContested: false, piece });
  }
  return found;
}

/** Words are no numbers, however much their letters look like digits: two thirds must have been read as digits. */
function isMostlyDigits(text: string, pattern: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0;
  return digits * 3 >= (pattern.match(/9/g)?.length ?? 0) * 2;
}

function isDigit(characters: readonly string[], place: number | undefined): boolean {
  return place !== undefined && /\d/.test(characters[place]!);
}
