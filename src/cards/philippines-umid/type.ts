import { defineCardType } from '../card-type.ts';
import { readUmid } from './read.ts';
import { type UmidField, umidShape } from './shape.ts';

export const philippinesUmid = defineCardType<UmidField>({
  name: 'PhilippinesUMID',
  aspect: 85.6 / 53.98,
  hasBack: false,
  keywords: [
    { phrase: 'Unified Multi-Purpose ID', weight: 1 },
    { phrase: 'REPUBLIC OF THE PHILIPPINES', weight: 0.3 },
    { phrase: 'CRN', weight: 0.8 },
    { phrase: 'UMID', weight: 0.8 },
    { phrase: 'GIVEN NAME', weight: 0.3 },
  ],
  numberPattern: /CRN-?\d{4}-?\d{7}-?\d(?!\d)/,
  portraitZone: { left: 0, top: 0.2, right: 0.36, bottom: 1 },
  read: (front) => readUmid(front),
  cardInfo: umidShape,
  normalCardInfo: umidShape,
  isExpired: () => null,
});
