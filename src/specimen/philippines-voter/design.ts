import { defineDesign } from '../specimen.ts';
import { labelsUnder } from './labels-under.ts';
import { laminated, laminatedTypewriter } from './laminated.ts';
import { stacked, stackedNarrow } from './stacked.ts';
import { inventVoter, type VoterValues, voterCardInfo } from './values.ts';

export const philippinesVoterDesign = defineDesign<VoterValues>({
  type: 'PhilippinesVoteID',
  layouts: [stacked, laminated, labelsUnder, stackedNarrow, laminatedTypewriter],
  invent: inventVoter,
  cardInfo: voterCardInfo,
  normalCardInfo: voterCardInfo,
});
