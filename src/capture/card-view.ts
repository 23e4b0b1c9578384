import type { Card } from '../store/records.ts';
import { currentCard, mayLeave, photosLeft, stopsSoFar } from '../token/cards-made.ts';
import type { CardPlan } from '../token/plan.ts';
import type { Standing } from '../token/standing.ts';
import type { CardVerdict } from '../verify/card/card-verdict.ts';
import { isComplete, wantsBack } from './cards.ts';
import type { CardStage, CardView, ShownCard } from './page-shapes.ts';

function stageOf(plan: CardPlan, card: Card | null): CardStage {
  if (!card) return 'none';
  if (card.stage !== 'collecting') return card.stage;
  if (card.frontId === null) return 'none';
  return isComplete(plan, card) ? 'stored' : 'front-stored';
}

/** Where the card lies in its photo, of what the reader wrote down for the operator. */
function cornersOf({ judgement }: Card): ShownCard['corners'] {
  return judgement === null ? null : (JSON.parse(judgement) as Pick<CardVerdict, 'corners'>).corners;
}

/** What the customer compares with the card in the hand. */
function shownCard({ showsCut }: CardPlan, card: Card | null): ShownCard | null {
  if (card?.stage !== 'to-confirm' || !card.text || !card.type) return null;
  const fields = Object.entries(card.text.fields).flatMap(([name, value]) =>
    value === null ? [] : [{ name, value }],
  );
  const pictureUrl = `/verify/api/card/picture?of=${card.requestId}`;
  const corners = showsCut && card.cutId !== null ? null : cornersOf(card);
  return { typeName: card.type, fields, pictureUrl, corners };
}

/** The card as the page sees it; what was read from it only where the asking tab holds the verification. */
export function cardView({ verification, cards }: Standing, isHolder: boolean): CardView | null {
  const plan = verification.plan.card;
  if (!plan) return null;
  const card = currentCard(cards);
  return {
    type: plan.askedType,
    hasBack: wantsBack(plan, card),
    stage: stageOf(plan, card),
    stoppedFor: card?.stage === 'stopped' ? card.stoppedFor : null,
    stops: stopsSoFar(cards),
    mayLeave: mayLeave(cards),
    photosLeft: photosLeft(cards),
    shown: isHolder ? shownCard(plan, card) : null,
  };
}
