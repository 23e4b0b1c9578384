import { setTimeout as sleep } from 'node:timers/promises';
import type { CardView } from '../../src/capture/page-shapes.ts';
import type { PageAnswer, PlainCustomer } from './plain-customer.ts';

/** Sends the photo of a front as the page does, and nothing more. */
export function sendFront(customer: PlainCustomer, photo: Buffer): Promise<PageAnswer> {
  return customer.call('PUT', '/card/front', photo);
}

/** Sends a front and has it read: how the card then stands. Throws where the photo is not taken. */
export async function readFront(
  customer: PlainCustomer,
  photo: Buffer,
  patienceMs = 120_000,
): Promise<CardView> {
  const sent = await sendFront(customer, photo);
  const asked = sent.status === 200 ? await customer.call('POST', '/card/read') : sent;
  if (asked.status !== 200) throw new Error(`the photo was not taken: ${JSON.stringify(asked)}`);
  const until = Date.now() + patienceMs;
  for (;;) {
    const { card } = (await customer.view()).body ?? {};
    if (card && card.stage !== 'reading') return card;
    if (Date.now() > until) throw new Error('the card was not read in time');
    await sleep(100);
  }
}
