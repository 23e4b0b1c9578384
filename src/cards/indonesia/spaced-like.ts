import type { TextLine } from '../../vision/ocr/text-line.ts';

const compact = (text: string) => text.replace(/\s/gu, '');
const words = (text: string) => text.split(' ');
const hasLoneLetter = (text: string) => words(text).some((word) => /^\p{L}$/u.test(word));

/**
 * A place's name with the blanks of the same name elsewhere on the card, if it is parted better there: blanks are lost in
 * bold print and made up in blurred print, and a card names its town up to three times.
 */
export function spacedLike(name: string, lines: readonly TextLine[]): string {
  const others = lines.flatMap(({ text }) => stretchesOf(text.toUpperCase()));
  const same = others.filter((other) => compact(other) === compact(name));
  const best = [name, ...same].filter((other) => !hasLoneLetter(other));
  return best.toSorted((a, b) => words(b).length - words(a).length)[0] ?? name;
}

/** The text between marks, whole and without its first word (`KOTA`). */
function stretchesOf(text: string): readonly string[] {
  const stretches = text.split(/[^\p{L}\s]+/u).map((stretch) => stretch.trim());
  return stretches.flatMap((stretch) => [stretch, words(stretch).slice(1).join(' ')]);
}
