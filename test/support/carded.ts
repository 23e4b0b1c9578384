import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { createCardReading } from '../../src/capture/card-reading.ts';
import { keepPhoto, submitCard } from '../../src/capture/cards.ts';
import { createChanges } from '../../src/capture/changes.ts';
import type { Card } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { currentCard } from '../../src/token/cards-made.ts';
import type { CardReader, CardVerdict } from '../../src/verify/card/card-verdict.ts';
import { standingOf } from './attempted.ts';

/** What a reader says of a Hong Kong card that is in order. */
export const hongKongVerdict: CardVerdict = {
  problem: null,
  type: 'HKIDCard',
  isPass: true,
  fields: { englishName: 'SAN, Nan', number: 'C000000(E)', chineseName: null },
  confidence: { englishName: 0.98, number: 0.99 },
  cardInfo: { EnName: 'SAN, Nan', IdNum: 'C000000(E)', CnName: null },
  normalCardInfo: { FullName: 'SAN, Nan', LicenseNumber: 'C000000(E)', ChineseName: null },
  reasons: [],
  warnings: [],
  signs: {},
  isExpired: false,
  corners: null,
  cut: Buffer.from('\xff\xd8\xff the cut-out card', 'latin1'),
  backCut: null,
  portrait: Buffer.from('\xff\xd8\xff the portrait', 'latin1'),
  stages: { read: 7 },
};

/** What a reader says of a photo with glare over it. */
export const glaringVerdict: CardVerdict = {
  ...hongKongVerdict,
  isPass: false,
  reasons: [{ kind: 'number-unreadable', field: 'number', text: 'No number was found.' }],
  warnings: [{ code: -9107, score: 0.2, listFrom: 0.01, stopFrom: 0.05, stops: true }],
};

/** Bytes that begin as a JPEG does: whoever takes photos looks no further. */
export const photoOf = (what: string) => Buffer.from(`\xff\xd8\xff photo of ${what}`, 'latin1');

/** A reader of tests that are about what is done with a verdict: it says the same of every card. */
export function readerThatSays(verdict: CardVerdict | Error): CardReader {
  return {
    read: async () => {
      if (verdict instanceof Error) throw verdict;
      return verdict;
    },
    close: async () => undefined,
  };
}

/** Has everything read that is owed a reading. */
export async function readOwed(store: Store, reader: CardReader, nowMs: number): Promise<void> {
  const parts = { store, reader, changes: createChanges(), log: pino({ level: 'silent' }) };
  const reading = createCardReading({ ...parts, now: () => nowMs, atOnce: 2 });
  reading.nudge();
  while ((await store.cards.owedReading()).length > 0) await sleep(2);
  await reading.stop();
}

/** One card photographed, submitted and read as told, on a verification whose page is open. */
export async function cardOn(
  store: Store,
  id: string,
  verdict: CardVerdict | Error,
  nowMs: number,
  name = 'a card',
): Promise<Card> {
  const standing = () => standingOf(store, id, nowMs);
  await keepPhoto(store, await standing(), 'front', photoOf(name));
  await submitCard(store, await standing(), nowMs);
  await readOwed(store, readerThatSays(verdict), nowMs);
  const card = currentCard(await store.cards.of(id));
  assert.ok(card);
  return card;
}
