import { type Family, type FamilyName, families } from './families.ts';

/** Advance widths of Helvetica in thousandths of the size (its public AFM); what is not named is 556 wide. */
const widths: Record<string, number> = {};
const groups: readonly (readonly [number, string])[] = [
  [222, 'ijl'],
  [278, " !,./:;I[]ft'"],
  [333, '-()r'],
  [389, '*'],
  [500, 'Jckqsvxyz'],
  [584, '+<=>'],
  [611, 'FTZ'],
  [667, 'ABEKPSVXYÀÁÈÉ'],
  [722, 'CDHNRUwÑÜ'],
  [778, 'GOQÓÖ'],
  [833, 'Mm'],
  [944, 'W'],
];
for (const [width, characters] of groups) for (const character of characters) widths[character] = width;

/** Thai vowels and tones above and below a consonant take no room of their own. */
const thaiMarks = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/;
const chinese = /[\u2e80-\u9fff\uff00-\uffef]/;

/** About how wide a text will be drawn, in pixels; a little too wide rather than too narrow. */
export function textWidth(text: string, font: FamilyName, size: number, weight = 400, spacing = 0): number {
  const { widthShare = 1, fixedWidth }: Family = families[font];
  let thousandths = 0;
  let count = 0;
  for (const character of text) {
    count++;
    if (chinese.test(character)) thousandths += 1000;
    else if (thaiMarks.test(character)) continue;
    else thousandths += fixedWidth ?? (widths[character] ?? 556) * widthShare;
  }
  const boldness = weight >= 600 && !fixedWidth ? 1.07 : 1;
  return ((thousandths * size) / 1000) * boldness + count * spacing;
}

/** Breaks a text at its spaces into lines that fit. A word that does not fit has a line of its own. */
export function wrapText(
  text: string,
  font: FamilyName,
  size: number,
  widthPixels: number,
  weight = 400,
): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, font, size, weight) <= widthPixels)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
