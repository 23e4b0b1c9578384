/**
 * Digits that a character which is no digit may have been printed as. From the readings in design/cards.md §3.5 and
 * §4.5, nearest shape first.
 */
const digitsFor: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  U: '0',
  C: '0',
  I: '1',
  l: '1',
  L: '1',
  i: '1',
  '|': '1',
  '!': '1',
  J: '1',
  T: '17',
  Z: '2',
  z: '2',
  A: '4',
  S: '5',
  s: '5',
  $: '5',
  G: '6',
  b: '6',
  B: '8',
  '&': '8',
  g: '9',
  q: '9',
  '?': '7',
};

/** Letters that a digit may have been printed as. */
const lettersFor: Readonly<Record<string, string>> = {
  '0': 'ODQ',
  '1': 'ILJ',
  '2': 'Z',
  '4': 'A',
  '5': 'S',
  '6': 'G',
  '7': 'T',
  '8': 'B',
};

/** What may have been printed as a digit where this was read: itself for a digit, else its look-alikes. */
export function digitsLike(character: string): readonly string[] {
  return /^[0-9]$/.test(character) ? [character] : [...(digitsFor[character] ?? '')];
}

/** What may have been printed as a capital letter where this was read: itself for a letter, else its look-alikes. */
export function lettersLike(character: string): readonly string[] {
  const upper = character.toUpperCase();
  return /^[A-Z]$/.test(upper) ? [upper] : [...(lettersFor[character] ?? '')];
}

/** The text with everything that looks like a digit written as one; the rest stays. For places that hold digits alone. */
export function toDigits(text: string): string {
  return [...text].map((character) => digitsLike(character)[0] ?? character).join('');
}

/** The text with digits written as the letter that they look most like. For places that hold letters alone. */
export function toLetters(text: string): string {
  return [...text]
    .map((character) => (/[0-9]/.test(character) ? (lettersLike(character)[0] ?? character) : character))
    .join('');
}
