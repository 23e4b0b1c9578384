import { loadModelFile } from '../manifest.ts';

/** What each class of the recogniser stands for; class 0 is the blank between characters. */
export type Alphabet = readonly string[];

/** The blank, the lines of the publisher's file, and a space, which the network has as its last class. */
export function loadAlphabet(): Alphabet {
  const lines = new TextDecoder().decode(loadModelFile('text-alphabet')).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return ['', ...lines, ' '];
}

/** The classes of these characters, for reading with no others; the blank is not among them. */
export function classesOf(alphabet: Alphabet, characters: string): readonly number[] {
  const wanted = new Set(characters);
  return alphabet.flatMap((character, at) => (at > 0 && wanted.has(character) ? [at] : []));
}
