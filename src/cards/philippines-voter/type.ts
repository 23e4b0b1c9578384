import { defineCardType } from '../card-type.ts';
import { readVoter } from './read.ts';
import { type VoterField, voterShape } from './shape.ts';

export const philippinesVoter = defineCardType<VoterField>({
  name: 'PhilippinesVoteID',
  aspect: 85.6 / 53.98,
  hasBack: false,
  keywords: [
    { phrase: 'COMMISSION ON ELECTIONS', weight: 1 },
    { phrase: "VOTER'S IDENTIFICATION CARD", weight: 1 },
    { phrase: 'COMELEC', weight: 0.8 },
    { phrase: 'Precinct No.', weight: 0.8 },
    { phrase: 'VIN', weight: 0.6 },
    { phrase: 'CIVIL STATUS', weight: 0.4 },
    { phrase: 'REPUBLIC OF THE PHILIPPINES', weight: 0.3 },
  ],
  numberPattern: /\d{4}-?\d{4}[A-Z]-?[A-Z]\d{4}[A-Z]{3}\d{5}/,
  portraitZone: null,
  read: (front) => readVoter(front),
  cardInfo: voterShape,
  normalCardInfo: voterShape,
  isExpired: () => null,
});
