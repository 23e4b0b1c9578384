import { defineCardType } from '../card-type.ts';
import { isInvalid } from './edition.ts';
import { readHongKong } from './read.ts';
import { hongKongCardInfo, hongKongNormalCardInfo } from './shape.ts';

/** The Hong Kong identity card, editions of 2003 and 2018, permanent and not. */
export const hongKongCard = defineCardType({
  name: 'HKIDCard',
  aspect: 1.586,
  hasBack: false,
  keywords: [
    { phrase: 'HONG KONG PERMANENT IDENTITY CARD', weight: 1 },
    { phrase: 'HONG KONG IDENTITY CARD', weight: 1 },
    { phrase: '香港永久性居民身份證', weight: 1 },
    { phrase: '香港居民身份證', weight: 1 },
    { phrase: '出生日期 Date of Birth', weight: 0.4 },
  ],
  numberPattern: /^[A-Z]{1,2}\d{6}\([0-9A]\)$/,
  portraitZone: { left: 0.02, top: 0.26, right: 0.36, bottom: 0.97 },
  read: (front) => readHongKong(front),
  cardInfo: hongKongCardInfo,
  normalCardInfo: hongKongNormalCardInfo,
  isExpired: ({ fields }, nowMs) => isInvalid(fields.edition, fields.birthday, nowMs),
});
