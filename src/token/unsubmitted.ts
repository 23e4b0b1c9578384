import type { Attempt } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { runningAttempt } from './attempts-made.ts';
import { currentCard } from './cards-made.ts';
import type { Standing } from './standing.ts';

/** The name under which one piece of an upload is kept until all are there. */
export function pieceName(seq: string, offset: number): string {
  return `${seq}.piece.${String(offset).padStart(9, '0')}`;
}

/** Deletes what came of an upload: its pieces serve nobody once it is joined, or given up. */
export async function dropPieces(store: Store, attempt: Attempt): Promise<void> {
  let offset = 0;
  while (offset < attempt.receivedBytes) {
    const name = pieceName(attempt.seq, offset);
    const bytes = await store.media.plainSize(attempt.verificationId, name);
    if (bytes === null) return;
    await store.media.delete(attempt.verificationId, name);
    offset += bytes;
  }
  // A piece that was written and not counted, by a process that ended in between.
  await store.media.delete(attempt.verificationId, pieceName(attempt.seq, offset));
}

/**
 * What was captured and not handed in, of a verification that has ended: an upload by half, and photos of a card that
 * nobody was asked to read. A card that was read stays: it was submitted (contracts §2). `standing`: before the end.
 */
export async function dropUnsubmitted(
  store: Store,
  { verification, attempts, cards }: Standing,
): Promise<void> {
  const unfinished = runningAttempt(attempts);
  if (unfinished) await dropPieces(store, unfinished);
  const card = currentCard(cards);
  if (card?.stage !== 'collecting') return;
  await store.cards.amend(card.requestId, { frontId: null, backId: null });
  for (const name of [card.frontId, card.backId]) {
    if (name !== null) await store.media.delete(verification.id, name);
  }
}
