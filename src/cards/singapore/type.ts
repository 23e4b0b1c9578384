import { defineCardType } from '../card-type.ts';
import { dateIn } from '../dates.ts';
import { readSingapore } from './read.ts';
import { type SingaporeField, singaporeShape } from './shape.ts';

export const singapore = defineCardType<SingaporeField>({
  name: 'SingaporeIDCard',
  aspect: 85.6 / 53.98,
  hasBack: true,
  keywords: [
    { phrase: 'REPUBLIC OF SINGAPORE', weight: 1 },
    { phrase: 'IDENTITY CARD NO.', weight: 0.7 },
    { phrase: 'NRIC No.', weight: 0.8 },
    { phrase: 'Country/Place of birth', weight: 0.5 },
    { phrase: 'Race', weight: 0.6 },
    { phrase: 'SINGAPORE', weight: 0.4 },
    { phrase: 'PASSPORT', weight: -1 },
    { phrase: 'PASPORT', weight: -0.5 },
    { phrase: 'KAD PENGENALAN', weight: -1 },
    { phrase: 'HONG KONG', weight: -0.5 },
  ],
  numberPattern: /(?<![A-Z\d])[STFGM]\d{7}[A-Z](?![A-Z\d])|NO\.?[STFGM]\d{7}[A-Z]$/,
  portraitZone: { left: 0, top: 0.2, right: 0.4, bottom: 1 },
  read: readSingapore,
  cardInfo: singaporeShape,
  normalCardInfo: singaporeShape,
  isExpired: ({ fields }, nowMs) => {
    const date = dateIn(fields.expiry ?? '', ['DMY']);
    return date && nowMs >= Date.UTC(date.year, date.month - 1, date.day + 1) + 12 * 60 * 60 * 1000;
  },
});
