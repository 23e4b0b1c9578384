import { buffer } from 'node:stream/consumers';
import type { Log } from '../operate/log.ts';
import type { Card, Verification } from '../store/records.ts';
import type { CardChanges, CardStep, Store } from '../store/store.ts';
import { settleById } from '../token/settle.ts';
import type { Standing } from '../token/standing.ts';
import type { CardReader, CardVerdict } from '../verify/card/card-verdict.ts';
import {
  type CardRules,
  type CardStop,
  decideCard,
  readersProblem,
  stoppingOf,
} from '../verify/card/decide-card.ts';
import { hasBack } from '../verify/card/sides.ts';
import { JudgeBusy } from '../verify/judgement.ts';
import { dropMedia } from './cards.ts';
import type { Changes } from './changes.ts';
import { createOwedWork, isDiskTrouble, type OwedWork } from './owed-work.ts';

export type CardReadingParts = {
  readonly store: Store;
  readonly reader: CardReader;
  readonly changes: Changes;
  readonly log: Log;
  readonly now: () => number;
  readonly atOnce: number;
};

/** Our own failure says nothing of the card: the customer is asked for another photo. */
const engineFailed: CardStop = {
  problem: 'engine-failed',
  warnings: [],
  isType: null,
  isRetakeable: true,
};

function rulesOf({ plan }: Verification): CardRules {
  return {
    stoppingWarnings: plan.card?.stoppingWarnings ?? [],
    allowsExpired: plan.card?.allowsExpired ?? true,
    needsPortrait: plan.checkMode === 1,
  };
}

/** What `selfsame show` and the audit log tell: nothing that was read from the card. */
function explain({ reasons, warnings, signs, confidence, corners, stages, isExpired }: CardVerdict) {
  return { reasons, warnings, signs, confidence, corners, stages, isExpired };
}

async function read({ store, reader, log }: CardReadingParts, card: Card, { plan }: Verification) {
  const { verificationId, requestId, frontId, backId } = card;
  const photo = async (name: string | null) =>
    name === null ? null : await buffer(store.media.read(verificationId, name));
  try {
    const front = await photo(frontId);
    if (!front) throw new Error('a card without a front was submitted');
    return await reader.read({ front, back: await photo(backId), askedType: plan.card?.askedType ?? null });
  } catch (error) {
    if (error instanceof JudgeBusy || isDiskTrouble(error)) throw error;
    log.error({ card: requestId, error }, 'the reader of cards failed');
    return null;
  }
}

type Cuts = Pick<Card, 'cutId' | 'backCutId' | 'portraitId'>;

async function keepCuts(store: Store, { verificationId, requestId }: Card, verdict: CardVerdict) {
  const keep = async (name: string, jpeg: Uint8Array | null): Promise<string | null> => {
    if (!jpeg) return null;
    await store.media.put(verificationId, `${requestId}.${name}`, [jpeg]);
    return `${requestId}.${name}`;
  };
  const cuts: Cuts = {
    cutId: await keep('cut', verdict.cut),
    backCutId: await keep('back-cut', verdict.backCut),
    portraitId: await keep('portrait', verdict.portrait),
  };
  return cuts;
}

/** With no type asked for, only the front tells whether there is a back to be photographed too. */
function needsBackNow(card: Card, { plan }: Verification, verdict: CardVerdict, rules: CardRules): boolean {
  return (
    plan.card?.askedType === null &&
    card.backId === null &&
    hasBack(verdict.type) &&
    readersProblem(verdict, rules) === null &&
    stoppingOf(verdict, rules).length === 0
  );
}

async function changesFor(
  store: Store,
  card: Card,
  verdict: CardVerdict,
  stop: CardStop | null,
  nowMs: number,
): Promise<CardChanges> {
  const { type, fields, cardInfo, normalCardInfo, warnings } = verdict;
  return {
    stage: stop ? 'stopped' : 'to-confirm',
    readAtMs: nowMs,
    type,
    isPass: stop === null,
    warnings: warnings.map(({ code }) => code),
    stoppedFor: stop,
    text: { fields, cardInfo, normalCardInfo },
    judgement: JSON.stringify(explain(verdict)),
    ...(await keepCuts(store, card, verdict)),
  };
}

async function stepFor(
  { store, now }: CardReadingParts,
  card: Card,
  verification: Verification,
  verdict: CardVerdict | null,
): Promise<CardStep> {
  const { requestId } = card;
  const event = 'card.read';
  if (!verdict) {
    const failed = { stage: 'stopped', readAtMs: now(), isPass: false, stoppedFor: engineFailed } as const;
    return { requestId, event, changes: failed, decision: { isPass: false, stoppedFor: engineFailed } };
  }
  const rules = rulesOf(verification);
  if (needsBackNow(card, verification, verdict, rules)) {
    return { requestId, event, changes: { stage: 'collecting', type: verdict.type } };
  }
  const stop = decideCard(verdict, rules);
  const changes = await changesFor(store, card, verdict, stop, now());
  const decision = { type: verdict.type, isPass: stop === null, stoppedFor: stop, ...explain(verdict) };
  return { requestId, event, changes, decision };
}

/** A later card was read: of those before it only what is not personal stays. */
async function forgetEarlier(store: Store, { cards }: Standing, ordinal: number): Promise<void> {
  for (const card of cards.filter((other) => other.ordinal < ordinal && other.frontId !== null)) {
    const { requestId, verificationId, frontId, backId, cutId, backCutId, portraitId } = card;
    const nothing = { text: null, frontId: null, backId: null, cutId: null, backCutId: null };
    await store.cards.amend(requestId, { ...nothing, portraitId: null });
    await dropMedia(store, verificationId, frontId, backId, cutId, backCutId, portraitId);
  }
}

async function handle(parts: CardReadingParts, requestId: string): Promise<void> {
  const { store, now, changes } = parts;
  const card = await store.cards.byRequestId(requestId);
  const standing = card && (await settleById(store, card.verificationId, now()));
  if (card?.stage !== 'reading' || standing?.verification.stage !== 'reading') return;
  const { verification } = standing;
  const verdict = await read(parts, card, verification);
  const step = await stepFor(parts, card, verification, verdict);
  if (!(await store.verifications.move(verification.id, 'reading', 'card', {}, step))) return;
  if (step.changes.readAtMs) await forgetEarlier(store, standing, card.ordinal);
  changes.announce(verification.id);
}

/** Hands submitted cards to the reader and writes down what it says. */
export function createCardReading(parts: CardReadingParts): OwedWork {
  const { store, log, atOnce } = parts;
  return createOwedWork({
    ...{ log, atOnce },
    verb: 'read',
    owed: async () => (await store.cards.owedReading()).map((card) => card.requestId),
    handle: (requestId) => handle(parts, requestId),
  });
}
