import { defineCardType } from '../card-type.ts';
import { readSss } from './read.ts';
import { type SssField, sssShape } from './shape.ts';

export const philippinesSss = defineCardType<SssField>({
  name: 'PhilippinesSSSID',
  aspect: 85.6 / 53.98,
  hasBack: false,
  keywords: [
    { phrase: 'SOCIAL SECURITY SYSTEM', weight: 1 },
    { phrase: 'SSS', weight: 0.6 },
    { phrase: 'REPUBLIC OF THE PHILIPPINES', weight: 0.3 },
    { phrase: 'Unified Multi-Purpose ID', weight: -1 },
  ],
  numberPattern: /(?<![\d-])\d{2}-\d{7}-\d(?!\d)/,
  portraitZone: null,
  read: (front) => readSss(front),
  cardInfo: sssShape,
  normalCardInfo: sssShape,
  isExpired: () => null,
});
