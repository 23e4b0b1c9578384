import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import type { Collector } from '../collect.ts';
import { type Piece, pieceOf } from '../piece.ts';
import { roomAround } from '../zone.ts';
import { fitTemplate } from './number-template.ts';

/** A number where it was found; `start` and `end` are code points of its line. */
export type FoundNumber = {
  readonly value: string;
  readonly isRepaired: boolean;
  readonly line: TextLine;
  readonly start: number;
  readonly end: number;
  readonly piece: Piece;
};

/** The number of one of these forms that needs the fewest repairs; earlier forms and upper lines win among equals. */
export function findNumber(lines: readonly TextLine[], templates: readonly string[]): FoundNumber | null {
  let best: (FoundNumber & { repairs: number }) | null = null;
  for (const template of templates) {
    for (const line of lines) {
      const fit = fitTemplate(line.text, template);
      if (fit === null || (best !== null && fit.repairs >= best.repairs)) continue;
      const piece = pieceOf(line, fit.start, fit.end);
      if (piece === null) continue;
      const { value, repairs, start, end } = fit;
      best = { value, repairs, isRepaired: repairs > 0, line, start, end, piece };
    }
  }
  return best;
}

/** How much larger than the line a second look at its number is. */
const lookMargin = 0.4;

/**
 * As `findNumber`; where no line holds the number, or only with repairs, lines that look like a number are read again
 * at twice the size.
 */
export async function findNumberTwice(
  page: CardPage,
  lines: readonly TextLine[],
  templates: readonly string[],
): Promise<FoundNumber | null> {
  const first = findNumber(lines, templates);
  if (first !== null && !first.isRepaired) return first;
  const suspects = first === null ? lines.filter(isMostlyDigits) : [first.line];
  const again: TextLine[] = [];
  for (const { box } of suspects.slice(0, 3)) {
    const zone = roomAround(box, lookMargin);
    again.push(...(await page.lookAgain(zone, { script: 'latin', isOneLine: true })));
  }
  const second = findNumber(again, templates);
  if (second === null || (first !== null && second.isRepaired)) return first;
  return first === null
    ? second
    : { ...first, value: second.value, isRepaired: second.value !== first.value };
}

function isMostlyDigits(line: TextLine): boolean {
  const signs = line.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const digits = line.text.match(/[0-9OIl]/g)?.length ?? 0;
  return digits >= 6 && digits > signs / 2;
}

/** The lines with the number's characters taken out, so that no part of it is read as a date. */
export function withoutNumber(lines: readonly TextLine[], found: FoundNumber | null): readonly TextLine[] {
  if (found === null) return lines;
  return lines.map((line) => {
    if (line !== found.line) return line;
    const signs = [...line.text].map((sign, index) =>
      index >= found.start && index < found.end ? ' ' : sign,
    );
    return { ...line, text: signs.join('') };
  });
}

/** Said of a number that was read only so. */
export const repairReason = 'Letters within the number were taken for the digits that they look like.';

/** Writes a card's number down; `missing` is said where none was found. `value`: as it is written, if otherwise than read. */
export function printNumber<Field extends string>(
  card: Collector<Field | 'number'>,
  number: FoundNumber | null,
  missing: string,
  value = number?.value,
): void {
  if (number === null) card.because('number-unreadable', 'number', missing);
  else card.print('number', number.piece, value);
  if (number?.isRepaired) card.because('repaired', 'number', repairReason);
}
