import { defineCardType } from '../card-type.ts';
import { isRealDate } from '../dates.ts';
import { readMainland } from './read.ts';
import { type MainlandField, mainlandNormalShape } from './shape.ts';

export const mainland = defineCardType<MainlandField>({
  name: 'MainlandIDCard',
  aspect: 85.6 / 53.98,
  hasBack: true,
  keywords: [
    { phrase: '公民身份号码', weight: 1.2 },
    { phrase: '居民身份证', weight: 0.8 },
    { phrase: '签发机关', weight: 0.6 },
    { phrase: '有效期限', weight: 0.5 },
    { phrase: '中华人民共和国', weight: 0.4 },
    { phrase: '民族', weight: 0.8 },
    { phrase: '住址', weight: 0.6 },
    { phrase: '姓名', weight: 0.4 },
    { phrase: '性别', weight: 0.3 },
    { phrase: '出生', weight: 0.3 },
    { phrase: '香港', weight: -0.8 },
    { phrase: '通行证', weight: -1 },
    { phrase: '护照', weight: -1 },
    { phrase: 'PASSPORT', weight: -1 },
  ],
  numberPattern: /(?<!\d)[1-9]\d{16}[\dXx](?!\d)/,
  portraitZone: { left: 0.58, top: 0.08, right: 1, bottom: 0.85 },
  read: readMainland,
  cardInfo: null,
  normalCardInfo: mainlandNormalShape,
  isExpired: ({ fields }, nowMs) => {
    const end = /-(\d{4})\.(\d{2})\.(\d{2})$/u.exec(fields.validity ?? '');
    if (!end) return null;
    const [year, month, day] = end.slice(1).map(Number) as [number, number, number];
    if (!isRealDate({ year, month, day })) return null;
    // The day ends at noon of the next by UTC in the last of the time zones.
    return nowMs >= Date.UTC(year, month - 1, day + 1) + 12 * 60 * 60 * 1000;
  },
});
