import { randomUUID } from 'node:crypto';
import { resultCodes } from '../result-codes.ts';
import type { Card } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { currentCard, isCardConfirmed, photosLeft } from '../token/cards-made.ts';
import type { CardPlan } from '../token/plan.ts';
import type { Standing } from '../token/standing.ts';
import { hasBack } from '../verify/card/sides.ts';
import { photoKind } from './photo-kind.ts';
import { Refused } from './refused.ts';

export type Side = 'front' | 'back';

const photoName = (requestId: string, side: Side) => `${requestId}.${side}`;

function newCard({ verification, cards }: Standing): Card {
  return {
    requestId: randomUUID(),
    verificationId: verification.id,
    ordinal: cards.length + 1,
    stage: 'collecting',
    photos: 0,
    submittedAtMs: null,
    readAtMs: null,
    type: null,
    isPass: null,
    warnings: [],
    stoppedFor: null,
    text: null,
    judgement: null,
    frontId: null,
    backId: null,
    cutId: null,
    backCutId: null,
    portraitId: null,
  };
}

/** Whether the back is wanted too: of the type asked for, or of what the front turned out to be. */
export function wantsBack({ askedType }: CardPlan, card: Card | null): boolean {
  return hasBack(askedType ?? card?.type ?? null);
}

/** Whether all photos that are wanted are stored. */
export function isComplete(plan: CardPlan, card: Card | null): boolean {
  return card !== null && card.frontId !== null && (card.backId !== null || !wantsBack(plan, card));
}

function planOf({ verification }: Standing): CardPlan {
  const { card, skipPrivacyPolicy } = verification.plan;
  if (!card) throw new Refused('wrong-stage');
  if (!skipPrivacyPolicy && !verification.consent) throw new Refused('no-consent');
  return card;
}

/** A card may be photographed until one is confirmed, but not while one is read. */
function requirePhotographable({ verification, cards }: Standing): void {
  const { stage } = verification;
  if ((stage !== 'opened' && stage !== 'card') || isCardConfirmed(cards)) throw new Refused('wrong-stage');
}

function requirePhoto(bytes: Uint8Array): void {
  const kind = photoKind(bytes);
  if (kind === 'heic') throw new Refused('heic-photo');
  if (kind === null) throw new Refused('not-a-photo');
}

async function enterCardStage(store: Store, { verification }: Standing): Promise<void> {
  if (verification.stage === 'card') return;
  if (!(await store.verifications.move(verification.id, verification.stage, 'card'))) {
    throw new Refused('wrong-stage');
  }
}

/** Forgets media that a card's record no longer names. */
export async function dropMedia(
  store: Store,
  verificationId: string,
  ...names: (string | null)[]
): Promise<void> {
  for (const name of names) if (name !== null) await store.media.delete(verificationId, name);
}

/** A front begins a card of its own; whatever belonged to the one before it on the same record goes. */
async function keepFront(store: Store, standing: Standing, bytes: Uint8Array): Promise<void> {
  const { id } = standing.verification;
  const current = currentCard(standing.cards);
  const card = current?.stage === 'collecting' ? current : newCard(standing);
  const frontId = photoName(card.requestId, 'front');
  await store.media.put(id, frontId, [bytes]);
  const kept = { frontId, backId: null, type: null, photos: card.photos + 1 };
  if (card === current) await store.cards.amend(card.requestId, kept);
  else await store.cards.add({ ...card, ...kept });
  await dropMedia(store, id, card.backId);
}

async function keepBack(store: Store, standing: Standing, plan: CardPlan, bytes: Uint8Array): Promise<void> {
  const { id } = standing.verification;
  const card = currentCard(standing.cards);
  if (card?.stage !== 'collecting' || !card.frontId || !wantsBack(plan, card)) {
    throw new Refused('wrong-stage');
  }
  const backId = photoName(card.requestId, 'back');
  await store.media.put(id, backId, [bytes]);
  await store.cards.amend(card.requestId, { backId, photos: card.photos + 1 });
}

/** Keeps one photo as it was sent. When this returns it is on disk. */
export async function keepPhoto(
  store: Store,
  standing: Standing,
  side: Side,
  bytes: Uint8Array,
): Promise<void> {
  const plan = planOf(standing);
  requirePhotographable(standing);
  requirePhoto(bytes);
  if (photosLeft(standing.cards) === 0) throw new Refused('no-photos-left');
  await enterCardStage(store, standing);
  if (side === 'front') await keepFront(store, standing, bytes);
  else await keepBack(store, standing, plan, bytes);
}

/**
 * Hands the stored photos to the reader: from here on they are read, whatever happens to this process. A page whose
 * answer was lost asks again, also when the reading is over: that changes nothing.
 */
export async function submitCard(store: Store, standing: Standing, nowMs: number): Promise<void> {
  const { verification, cards } = standing;
  const plan = planOf(standing);
  const card = currentCard(cards);
  if (!card) throw new Refused('wrong-stage');
  if (card.stage !== 'collecting') return;
  if (!isComplete(plan, card)) throw new Refused('wrong-stage');
  const changes = { stage: 'reading', submittedAtMs: nowMs } as const;
  const step = { requestId: card.requestId, changes, event: 'card.submitted' } as const;
  if (!(await store.verifications.move(verification.id, 'card', 'reading', {}, step))) {
    throw new Refused('wrong-stage');
  }
}

/**
 * Back to the front's photo. A card that was read stays the last one submitted until another is; photos that were not
 * read yet are dropped.
 */
export async function retakeCard(store: Store, standing: Standing): Promise<void> {
  const { verification, cards } = standing;
  planOf(standing);
  requirePhotographable(standing);
  const card = currentCard(cards);
  if (!card || (card.stage === 'collecting' && card.frontId === null)) return;
  if (card.stage === 'collecting') {
    await store.cards.amend(card.requestId, { frontId: null, backId: null, type: null });
    await dropMedia(store, verification.id, card.frontId, card.backId);
    return;
  }
  if (photosLeft(cards) === 0) throw new Refused('no-photos-left');
  await store.cards.add(newCard(standing));
}

/**
 * The customer says that what was read is right. In mode 1 its portrait becomes the photo to compare with, and liveness
 * is next; in mode 4 that was all, and the verification has passed.
 */
export async function confirmCard(store: Store, standing: Standing, nowMs: number): Promise<void> {
  const { verification, cards } = standing;
  const card = currentCard(cards);
  if (card?.stage === 'confirmed') return;
  if (card?.stage !== 'to-confirm') throw new Refused('wrong-stage');
  const isWhole = verification.plan.checkMode === 4;
  const changes = isWhole
    ? { finalCode: resultCodes.success, endedAtMs: nowMs }
    : { referencePhotoId: card.portraitId };
  const moved = await store.verifications.move(
    verification.id,
    'card',
    isWhole ? 'finished' : 'opened',
    changes,
    {
      requestId: card.requestId,
      changes: { stage: 'confirmed' },
      event: 'card.confirmed',
      decision: { isPass: card.isPass, warnings: card.warnings },
    },
  );
  if (!moved) throw new Refused('wrong-stage');
}
