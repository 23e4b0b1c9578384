import { hongKongDesign } from './hong-kong/design.ts';
import { indonesiaDesign } from './indonesia/design.ts';
import { mainlandDesign } from './mainland/design.ts';
import { malaysiaDesign } from './malaysia/design.ts';
import { passportDesign } from './passport/design.ts';
import { philippinesDrivingLicenceDesign } from './philippines-driving-licence/design.ts';
import { philippinesSssDesign } from './philippines-sss/design.ts';
import { philippinesTinDesign } from './philippines-tin/design.ts';
import { philippinesUmidDesign } from './philippines-umid/design.ts';
import { philippinesVoterDesign } from './philippines-voter/design.ts';
import { singaporeDesign } from './singapore/design.ts';
import type { Design } from './specimen.ts';
import { thailandDesign } from './thailand/design.ts';

export const designs: readonly Design[] = [
  hongKongDesign,
  malaysiaDesign,
  indonesiaDesign,
  philippinesVoterDesign,
  philippinesDrivingLicenceDesign,
  philippinesTinDesign,
  philippinesSssDesign,
  philippinesUmidDesign,
  passportDesign,
  thailandDesign,
  singaporeDesign,
  mainlandDesign,
];
