import { defineCardType } from '../card-type.ts';
import { readPassport } from './read.ts';
import { type PassportField, passportShape } from './shape.ts';

export const passport = defineCardType<PassportField>({
  name: 'InternationalIDPassport',
  /** ICAO 9303 part 4 §2.1: a data page is 125 mm by 88 mm. */
  aspect: 125 / 88,
  hasBack: false,
  keywords: [
    { phrase: 'PASSPORT', weight: 1 },
    { phrase: 'PASSEPORT', weight: 1 },
    { phrase: 'PASAPORTE', weight: 1 },
    { phrase: 'PASPOR', weight: 0.8 },
    { phrase: 'PASSPORT NO', weight: 0.5 },
    { phrase: '护照', weight: 1 },
    { phrase: '護照', weight: 1 },
    { phrase: 'หนังสือเดินทาง', weight: 1 },
    { phrase: 'Country code', weight: 0.4 },
    { phrase: 'Date of expiry', weight: 0.2 },
    { phrase: 'Place of birth', weight: 0.3 },
    { phrase: 'Given names', weight: 0.3 },
  ],
  numberPattern: /P[A-Z<][A-Z<]{3}[A-Z]+<<[A-Z]/,
  portraitZone: { left: 0, top: 0.12, right: 0.38, bottom: 0.75 },
  read: (front) => readPassport(front),
  cardInfo: passportShape,
  normalCardInfo: passportShape,
  isExpired: ({ fields }, nowMs) => (fields.expiry ? isPast(fields.expiry, nowMs) : null),
});

/** Whether a day (`YYYY-MM-DD`) is over everywhere: dates of documents have no time zone. */
function isPast(day: string, nowMs: number): boolean {
  const endOfDayMs = Date.parse(`${day}T00:00:00Z`) + 36 * 60 * 60 * 1000;
  return nowMs > endOfDayMs;
}
