import { defineCardType } from '../card-type.ts';
import { readMalaysia } from './read.ts';
import { malaysiaCardInfo, malaysiaNormalCardInfo } from './shape.ts';

/** The Malaysian identity card: MyKad, MyPR, MyKAS, MyTentera and the like. */
export const malaysia = defineCardType({
  name: 'MLIDCard',
  aspect: 85.6 / 53.98,
  hasBack: false,
  keywords: [
    { phrase: 'KAD PENGENALAN', weight: 1 },
    { phrase: 'MALAYSIA', weight: 0.5 },
    { phrase: 'WARGANEGARA', weight: 0.6 },
    { phrase: 'PEMASTAUTIN TETAP', weight: 0.8 },
    { phrase: 'PEMASTAUTIN SEMENTARA', weight: 0.8 },
    { phrase: 'MyKad', weight: 0.8 },
    { phrase: 'MyTentera', weight: 0.8 },
    { phrase: 'ANGKATAN TENTERA MALAYSIA', weight: 0.8 },
    { phrase: 'POLIS DIRAJA MALAYSIA', weight: 0.8 },
    { phrase: 'PAS LAWATAN KERJA SEMENTARA', weight: 0.8 },
    { phrase: 'PEREMPUAN', weight: 0.2 },
    { phrase: 'IDENTITY CARD', weight: 0.2 },
    { phrase: 'PROVINSI', weight: -1 },
  ],
  numberPattern: /(?<!\d)\d{6}-\d{2}-\d{4}(?!\d)/,
  portraitZone: { left: 0.52, top: 0.08, right: 1, bottom: 0.9 },
  read: (front) => readMalaysia(front),
  cardInfo: malaysiaCardInfo,
  normalCardInfo: malaysiaNormalCardInfo,
  // The card holds for life; of a MyKAS the end is not printed on the front.
  isExpired: () => null,
});
