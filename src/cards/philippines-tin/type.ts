import { defineCardType } from '../card-type.ts';
import { readTin } from './read.ts';
import { type TinField, tinShape } from './shape.ts';

export const philippinesTin = defineCardType<TinField>({
  name: 'PhilippinesTinID',
  aspect: 85.6 / 53.98,
  hasBack: false,
  keywords: [
    { phrase: 'BUREAU OF INTERNAL REVENUE', weight: 1 },
    { phrase: 'DEPARTMENT OF FINANCE', weight: 0.8 },
    { phrase: 'TIN', weight: 0.5 },
    { phrase: 'REPUBLIC OF THE PHILIPPINES', weight: 0.3 },
  ],
  numberPattern: /(?<![\d-])\d{3}-\d{3}-\d{3}(-\d{3}(\d{2})?)?(?![\d-])/,
  portraitZone: null,
  read: (front) => readTin(front),
  cardInfo: tinShape,
  normalCardInfo: tinShape,
  isExpired: () => null,
});
