import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { type Collector, collect } from '../collect.ts';
import { formatDate } from '../dates.ts';
import { searchNumber } from '../number-search.ts';
import { boundsOf } from '../piece.ts';
import { nameAndAddressOf } from './name-and-address.ts';
import { factsOf, isMalaysianNumber, type NumberFacts } from './number.ts';
import { kindOf, sexOf } from './print.ts';
import { type MalaysiaField, malaysiaFields } from './shape.ts';

const form = {
  pattern: '999999999999',
  holds: (digits: string) => isMalaysianNumber(withHyphens(digits)),
  alphabet: '0123456789-',
};

function withHyphens(digits: string): string {
  return `${digits.slice(0, 6)}-${digits.slice(6, 8)}-${digits.slice(8)}`;
}

/** A number without a check digit says no more than this of what follows from it. */
const derivedConfidence = 0.9;

/** Reads the front of a Malaysian identity card. Nothing on it has a label: values are known by form and place. */
export async function readMalaysia(page: CardPage): Promise<CardReading<MalaysiaField>> {
  const card = collect(malaysiaFields);
  const { facts, bottom } = await takeNumber(card, page);
  takeSex(card, page, facts);
  const kind = kindOf(page);
  if (kind?.piece) card.print('kind', kind.piece, kind.kind);
  else card.derive('kind', kind?.kind ?? null, 0.6);
  const { name, address } = nameAndAddressOf(page, bottom);
  card.print('name', name, name && asPrinted(name.text));
  card.print('address', address);
  return card.finish(facts !== null, ['number', 'name', 'address']);
}

/**
 * Capitals, and the strokes of A/L and A/P (son and daughter of), which the reader loses between two letters. Names with BIN or
 * BINTI have none: there AL is an Arabic article.
 */
function asPrinted(name: string): string {
  const capitals = name.toUpperCase();
  return /\bBIN(?:TI)?\b/.test(capitals)
    ? capitals
    : capitals.replace(/(?<=\S )A[I|]?([LP])(?= \S)/g, 'A/$1');
}

async function takeNumber(
  card: Collector<MalaysiaField>,
  page: CardPage,
): Promise<{ readonly facts: NumberFacts | null; readonly bottom: number }> {
  const found = await searchNumber(page, form);
  if (!found) {
    card.because('number-unreadable', 'number', 'No identity number was found.');
    return { facts: null, bottom: 0.25 * page.height };
  }
  const { bottom } = boundsOf(found.piece.boxes);
  const number = withHyphens(found.number);
  card.print('number', found.piece, number);
  if (!found.holds) {
    card.because('number-wrong', 'number', 'The number has no real date or no known place of birth in it.');
    return { facts: null, bottom };
  }
  if (found.isRepaired) {
    card.because('repaired', 'number', 'A letter in the number was read as the digit that it looks like.');
  }
  if (found.isContested) card.because('contradiction', 'number', 'Two readings of the number differ.');
  const facts = factsOf(number, new Date().getUTCFullYear());
  card.derive('birthday', formatDate(facts.birth, 'YYYY-MM-DD'), found.piece.score * derivedConfidence);
  return { facts: found.isContested ? null : facts, bottom };
}

/** As printed; from the number's last digit where the print cannot be read. */
function takeSex(card: Collector<MalaysiaField>, page: CardPage, facts: NumberFacts | null): void {
  const printed = sexOf(page);
  if (!printed) {
    card.derive('sex', facts?.sex ?? null, derivedConfidence);
    return;
  }
  card.print('sex', printed.piece, printed.sex);
  if (facts && facts.sex !== printed.sex) {
    card.because('contradiction', 'sex', 'The printed sex is not the one that the number tells.');
  }
}
