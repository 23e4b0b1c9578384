import type { CardPage } from '../../cards/card-page.ts';
import type { CardKit } from './card-kit.ts';
import { lookAgainAt } from './look-again.ts';
import { meanColourOf } from './mean-colour.ts';
import type { StraightCard } from './straight-card.ts';

/** One side of a card as the reader of a type takes it. */
export function pageOf(kit: CardKit, card: StraightCard): CardPage {
  const { straightened, lines } = card;
  return {
    width: straightened.width,
    height: straightened.height,
    lines,
    lookAgain: lookAgainAt(kit, card),
    colourOf: (zone) => meanColourOf(straightened, zone),
  };
}
