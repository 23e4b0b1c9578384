import type { Card } from '../store/records.ts';

/** Photos of cards in one verification. An honest customer needs two or three; every one costs a second of reading. */
const mostPhotos = 20;

/** After so many stops the page offers the way out. */
const patientStops = 3;

/** The card that is being photographed, read or looked at: the last one begun. */
export function currentCard(cards: readonly Card[]): Card | null {
  return cards.at(-1) ?? null;
}

/** The last card that was submitted and read: what the merchant is shown. */
export function lastReadCard(cards: readonly Card[]): Card | null {
  return cards.findLast(({ readAtMs }) => readAtMs !== null) ?? null;
}

export function isCardConfirmed(cards: readonly Card[]): boolean {
  return currentCard(cards)?.stage === 'confirmed';
}

/** How many more photos are taken. */
export function photosLeft(cards: readonly Card[]): number {
  return Math.max(0, mostPhotos - cards.reduce((sum, { photos }) => sum + photos, 0));
}

export function stopsSoFar(cards: readonly Card[]): number {
  return cards.filter(({ stage }) => stage === 'stopped').length;
}

/** Whether a customer who was stopped so often is shown the way out. */
export function mayLeave(cards: readonly Card[]): boolean {
  return stopsSoFar(cards) >= patientStops;
}
