/** What the recogniser takes for each other in words; within labels and vocabularies they count as the same. */
const sameInWords: Readonly<Record<string, string>> = {
  '0': 'O',
  Q: 'O',
  '1': 'I',
  L: 'I',
  '|': 'I',
  '!': 'I',
  '5': 'S',
  $: 'S',
  '8': 'B',
  '2': 'Z',
};

/** A text as comparisons see it, and where each of its characters stood. */
export type Folded = {
  readonly text: string;
  /** For each code point of `text`: its index among the code points of the original. */
  readonly places: readonly number[];
};

/**
 * Letters and digits alone, in upper case, without accents (Ñ becomes N), look-alikes made the same: for finding words
 * in what was read. Never for values that are handed on.
 */
export function foldWithPlaces(original: string): Folded {
  let text = '';
  const places: number[] = [];
  let index = 0;
  for (const character of original) {
    for (const folded of plainLetters.test(character) ? character : foldCharacter(character)) {
      text += folded;
      places.push(index);
    }
    index++;
  }
  return { text, places };
}

/** Letters that fold to themselves, the most of what is read. */
const plainLetters = /^[A-KM-PR-Z]$/;

function foldCharacter(character: string): string {
  const parts = [...character.normalize('NFKD').toUpperCase()].map((part) => sameInWords[part] ?? part);
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).join('');
}

/** The text of `foldWithPlaces` alone. */
export function fold(original: string): string {
  return foldWithPlaces(original).text;
}
