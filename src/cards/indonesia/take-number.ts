import type { Box } from '../../vision/geometry.ts';
import type { CardPage } from '../card-page.ts';
import type { Collector } from '../collect.ts';
import { findLabel } from '../find-label.ts';
import { type SoughtNumber, searchNumber } from '../number-search.ts';
import { factsOf, isNik } from './number.ts';
import type { IndonesiaField } from './shape.ts';
import { birthDateOf } from './values.ts';

const form = { pattern: '9999999999999999', alphabet: '0123456789' } as const;

/** Digits that a line must hold to be the number's. */
const leastDigits = 11;
/** Where the number stands when it was not read: between the head and the first row. */
const usualRow = { left: 0, top: 0.16, right: 0.6, bottom: 0.23 };

/** The line of the number, to tell head and body apart by: its digits, its label, or where it stands on most cards. */
export function boxOfNumber({ lines, width, height }: CardPage): Box {
  const line = lines.find(({ text }) => digitsIn(text) >= leastDigits) ?? findLabel(lines, ['NIK'])?.line;
  if (line) return line.box;
  const { left, top, right, bottom } = usualRow;
  return { left: left * width, top: top * height, right: right * width, bottom: bottom * height };
}

const digitsIn = (text: string) => text.match(/\d/gu)?.length ?? 0;

/** What the rows of the card say of the holder, as far as they were read. */
type PrintedFacts = { readonly birth: string | null; readonly sex: string | null };

/**
 * Takes the number, checked by its build and by the printed birth date and sex. One that only its build speaks for is
 * given with the contradiction as a reason; one that fails its build does not hold.
 */
export async function takeNumber(card: Collector<IndonesiaField>, page: CardPage): Promise<boolean> {
  const printed = { birth: card.valueOf('birth'), sex: card.valueOf('sex') };
  const agreeing = await searchNumber(page, {
    ...form,
    holds: (number) => isNik(number) && contradicted(number, printed) === null,
  });
  const found = agreeing?.holds ? agreeing : await searchNumber(page, { ...form, holds: isNik });
  if (!found) {
    card.because('number-unreadable', 'number', 'No number of sixteen digits was found.');
    return false;
  }
  card.print('number', found.piece, found.number);
  return tellReasons(card, found, printed);
}

function tellReasons(card: Collector<IndonesiaField>, found: SoughtNumber, printed: PrintedFacts): boolean {
  if (found.isRepaired) {
    card.because('repaired', 'number', 'A misread character was put right in the only way that holds.');
  }
  if (found.isContested) card.because('contradiction', 'number', 'Two readings of the number differ.');
  if (!found.holds) {
    card.because('number-wrong', 'number', 'The number is not built as a NIK is.');
    return false;
  }
  const field = contradicted(found.number, printed);
  if (field !== null) {
    const what = field === 'birth' ? 'birth date' : 'sex';
    card.because('contradiction', field, `The ${what} inside the number is another than the printed one.`);
  }
  return !found.isContested;
}

function contradicted(number: string, { birth, sex }: PrintedFacts): 'birth' | 'sex' | null {
  const facts = factsOf(number);
  const date = birthDateOf(birth);
  const isSameDay =
    !date || (date.day === facts.day && date.month === facts.month && date.year % 100 === facts.year);
  if (!isSameDay) return 'birth';
  return sex !== null && sex !== facts.sex ? 'sex' : null;
}
