import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { collect } from '../collect.ts';
import { findLabel } from '../find-label.ts';
import { pieceOf } from '../piece.ts';
import { editionOf } from './edition.ts';
import { type HongKongCard, type HongKongField, hongKongFields } from './fields.ts';
import { findNumber } from './find-number.ts';
import { takeBirth, takeStatus } from './take-dates.ts';
import { takeNames } from './take-names.ts';

const required: readonly HongKongField[] = ['number', 'englishName', 'birthday', 'sex', 'currentIssueDate'];

/**
 * Reads the front of a Hong Kong identity card, editions of 2003 and 2018. Hardly anything on it has a label: values are
 * known by their form, and by standing above or below the date of birth.
 */
export async function readHongKong(page: CardPage): Promise<CardReading<HongKongField>> {
  const card = collect(hongKongFields);
  const birth = await takeBirth(card, page);
  await takeStatus(card, page, birth);
  takePermanent(card, page);
  await takeNames(card, page, birth);
  const { holds, hasOval } = await takeNumber(card, page);
  const byDate = editionOf(card.valueOf('currentIssueDate'));
  card.derive('edition', byDate ?? (hasOval ? 'HKID-2018' : null), byDate ? 0.95 : 0.8);
  return card.finish(holds, required);
}

/** By the title; the letter A among the symbols, the right of abode, says the same. */
function takePermanent(card: HongKongCard, page: CardPage): void {
  const word = findLabel(page.lines, ['永久性居民', 'PERMANENT']);
  const title = findLabel(page.lines, ['香港居民身份證', 'HONG KONG IDENTITY CARD', 'IDENTITY CARD']);
  const hasAbode = card.valueOf('symbols')?.includes('A') ?? null;
  if (!word && !title) {
    card.derive('permanent', hasAbode === null ? '-1' : hasAbode ? '1' : '0', 0.7);
    return;
  }
  card.print('permanent', pieceOf((word ?? title)!.line), word ? '1' : '0');
  if (hasAbode !== null && hasAbode !== (word !== null)) {
    card.because(
      'contradiction',
      'permanent',
      'The title and the symbols do not agree on the right of abode.',
    );
  }
}

async function takeNumber(card: HongKongCard, page: CardPage): Promise<{ holds: boolean; hasOval: boolean }> {
  const found = await findNumber(page);
  if (!found) {
    card.because('number-unreadable', 'number', 'No number of an identity card was found.');
    return { holds: false, hasOval: false };
  }
  card.print('number', found.piece, found.number);
  if (found.isContested) {
    card.because('contradiction', 'number', 'The number was read differently in two places or at two looks.');
  } else if (!found.holds) {
    card.because('number-wrong', 'number', 'The check character does not belong to the number.');
  }
  if (found.isRepaired) {
    card.because(
      'repaired',
      'number',
      'Characters were put right: one reading alone has the right check character.',
    );
  }
  return found;
}
