import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { type Collector, collect } from '../collect.ts';
import { formatDate } from '../dates.ts';
import { type NumberForm, searchNumber } from '../number-search.ts';
import { boundsOf } from '../piece.ts';
import { nameAndAddressOf } from './name-and-address.ts';
import { factsOf, isMalaysianNumber, type NumberFacts, sexIn } from './number.ts';
import { kindOf, type Sex, sexOf } from './print.ts';
import { type MalaysiaField, malaysiaFields } from './shape.ts';
import { spellName } from './spell-name.ts';
import { isWorkerCard, readWorkerCard } from './worker-card.ts';

/** `sex`: as printed; a number that tells the other one is not taken before it was looked at twice. */
function formFor(sex: Sex | null): NumberForm {
  const holds = (digits: string) => {
    const number = withHyphens(digits);
    return isMalaysianNumber(number) && (sex === null || sexIn(number) === sex);
  };
  return { pattern: '999999999999', holds, alphabet: '0123456789-' };
}

function withHyphens(digits: string): string {
  return `${digits.slice(0, 6)}-${digits.slice(6, 8)}-${digits.slice(8)}`;
}

/** A number without a check digit says no more than this of what follows from it. */
const derivedConfidence = 0.9;

/** Reads the front of a Malaysian identity card. Nothing on it has a label: values are known by form and place. */
export async function readMalaysia(page: CardPage): Promise<CardReading<MalaysiaField>> {
  const card = collect(malaysiaFields);
  if (isWorkerCard(page)) return card.finish(readWorkerCard(card, page), ['number', 'name']);
  const printed = sexOf(page);
  const { facts, bottom } = await takeNumber(card, page, printed?.sex ?? null);
  if (printed) card.print('sex', printed.piece, printed.sex);
  else card.derive('sex', facts?.sex ?? null, derivedConfidence);
  const kind = kindOf(page);
  if (kind?.piece) card.print('kind', kind.piece, kind.kind);
  else card.derive('kind', kind?.kind ?? null, 0.6);
  const { name, address } = nameAndAddressOf(page, bottom);
  card.print('name', name, name && spellName(name.text, facts?.sex ?? printed?.sex ?? null));
  card.print('address', address);
  return card.finish(facts !== null, ['number', 'name', 'address']);
}

async function takeNumber(
  card: Collector<MalaysiaField>,
  page: CardPage,
  sex: Sex | null,
): Promise<{ readonly facts: NumberFacts | null; readonly bottom: number }> {
  const found = await searchNumber(page, formFor(sex));
  if (!found) {
    card.because('number-unreadable', 'number', 'No identity number was found.');
    return { facts: null, bottom: 0.25 * page.height };
  }
  const { bottom } = boundsOf(found.piece.boxes);
  const number = withHyphens(found.number);
  card.print('number', found.piece, number);
  if (!isMalaysianNumber(number)) {
    card.because('number-wrong', 'number', 'The number has no real date or no known place of birth in it.');
    return { facts: null, bottom };
  }
  if (found.isRepaired) {
    card.because('repaired', 'number', 'A letter in the number was read as the digit that it looks like.');
  }
  if (found.isContested) card.because('contradiction', 'number', 'Two readings of the number differ.');
  const facts = factsOf(number, new Date().getUTCFullYear());
  card.derive('birthday', formatDate(facts.birth, 'YYYY-MM-DD'), found.piece.score * derivedConfidence);
  if (sex !== null && facts.sex !== sex) {
    card.because('contradiction', 'sex', 'The printed sex is not the one that the number tells.');
  }
  return { facts: found.isContested ? null : facts, bottom };
}
