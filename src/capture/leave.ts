import { resultCodes } from '../result-codes.ts';
import type { Store } from '../store/store.ts';
import { runningAttempt } from '../token/attempts-made.ts';
import { currentCard } from '../token/cards-made.ts';
import type { Standing } from '../token/settle.ts';
import { owesVerdict } from '../token/stages.ts';
import { dropMedia } from './cards.ts';
import { Refused } from './refused.ts';
import { dropPieces } from './upload.ts';

/** Photos of a card that nobody was asked to read. A card that was read stays: it was submitted (contracts §2). */
async function dropUnreadCard(store: Store, { verification, cards }: Standing): Promise<void> {
  const card = currentCard(cards);
  if (card?.stage !== 'collecting') return;
  await store.cards.amend(card.requestId, { frontId: null, backId: null });
  await dropMedia(store, verification.id, card.frontId, card.backId);
}

/**
 * The customer leaves: the verification ends with 1410 and keeps the attempts made; an unfinished recording is
 * given up, and what was captured and not submitted is deleted. While a recording is being judged or a card read there is nothing to leave: the verdict comes first.
 */
export async function leave(store: Store, standing: Standing, nowMs: number): Promise<void> {
  const { verification, attempts } = standing;
  if (owesVerdict(verification.stage)) throw new Refused('wrong-stage');
  const unfinished = runningAttempt(attempts);
  const end = { finalCode: resultCodes.userExited, endedAtMs: nowMs };
  const giveUp = unfinished ? ({ seq: unfinished.seq, changes: { stage: 'void' } } as const) : undefined;
  if (!(await store.verifications.move(verification.id, verification.stage, 'abandoned', end, giveUp))) {
    throw new Refused('wrong-stage');
  }
  if (unfinished) await dropPieces(store, unfinished);
  await dropUnreadCard(store, standing);
}
