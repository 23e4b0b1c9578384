import type { TextLine } from '../../vision/ocr/text-line.ts';
import { type CalendarDate, datesIn, isSameDay } from '../dates.ts';
import { fold } from '../fold.ts';

/** What is printed above the machine readable zone, to hold against it. */
export type PrintedZone = {
  readonly lines: readonly TextLine[];
  /** Words of capitals and digits as they stand, without spaces. */
  readonly words: ReadonlySet<string>;
  readonly dates: readonly CalendarDate[];
};

/** All lines above `bottom`: what the holder's page prints for people. */
export function printedZone(lines: readonly TextLine[], bottom: number): PrintedZone {
  const above = lines.filter(({ box }) => (box.top + box.bottom) / 2 < bottom);
  const words = above.flatMap(({ text }) => [text.replace(/\s/gu, ''), ...text.split(/\s+/u)]);
  const dates = above.flatMap(({ text }) => datesIn(text, ['DMY', 'YMD']));
  return { lines: above, words: new Set(words.map((word) => word.toUpperCase())), dates };
}

/** Whether a day is printed in the zone; null where the zone shows no days that can be read. */
export function hasDate(zone: PrintedZone, date: CalendarDate): boolean | null {
  if (zone.dates.length === 0) return null;
  return zone.dates.some((other) => isSameDay(other, date));
}

/**
 * A name as the zone prints it: the line, or the words of one, with the same letters, so that hyphens and apostrophes
 * that a machine readable zone cannot hold are kept. Null where it is not printed so.
 */
export function printedName(
  zone: PrintedZone,
  name: string,
): { readonly text: string; readonly line: TextLine } | null {
  const wanted = fold(name);
  if (!wanted) return null;
  for (const line of zone.lines) {
    const words = line.text.split(/[\s,]+/u).filter(Boolean);
    for (let first = 0; first < words.length; first++) {
      for (let end = words.length; end > first; end--) {
        const text = words.slice(first, end).join(' ');
        if (fold(text) === wanted) return { text, line };
      }
    }
  }
  return null;
}
