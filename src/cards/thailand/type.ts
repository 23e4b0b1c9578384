import { defineCardType } from '../card-type.ts';
import { englishDateIn } from './dates.ts';
import { readThailand } from './read.ts';
import { type ThailandField, thailandCardInfo, thailandNormalCardInfo } from './shape.ts';

export const thailand = defineCardType<ThailandField>({
  name: 'ThailandIDCard',
  aspect: 85.6 / 53.98,
  hasBack: false,
  keywords: [
    { phrase: 'Thai National ID Card', weight: 1 },
    { phrase: 'บัตรประจำตัวประชาชน', weight: 1 },
    { phrase: 'Identification Number', weight: 0.5 },
    { phrase: 'Last name', weight: 0.3 },
    { phrase: 'Date of Birth', weight: 0.2 },
    { phrase: 'Date of Issue', weight: 0.2 },
    { phrase: 'Date of Expiry', weight: 0.3 },
    { phrase: 'REPUBLIC OF THE PHILIPPINES', weight: -1 },
    { phrase: 'PASSPORT', weight: -1 },
  ],
  numberPattern: /(?<!\d)[1-8]-?\d{4}-?\d{5}-?\d{2}-?\d(?!\d)/,
  portraitZone: { left: 0.7, top: 0.4, right: 1, bottom: 1 },
  read: (front) => readThailand(front),
  cardInfo: thailandCardInfo,
  normalCardInfo: thailandNormalCardInfo,
  isExpired: ({ fields }, nowMs) => {
    const date = englishDateIn(fields.expiry ?? '');
    return date && nowMs >= Date.UTC(date.year, date.month - 1, date.day + 1) + 12 * 60 * 60 * 1000;
  },
});
