import type { CardType, CardTypeName } from './card-type.ts';
import { hongKongCard } from './hong-kong/type.ts';
import { indonesia } from './indonesia/type.ts';
import { mainland } from './mainland/type.ts';
import { malaysia } from './malaysia/type.ts';
import { passport } from './passport/type.ts';
import { philippinesDrivingLicence } from './philippines-driving-licence/type.ts';
import { philippinesSss } from './philippines-sss/type.ts';
import { philippinesTin } from './philippines-tin/type.ts';
import { philippinesUmid } from './philippines-umid/type.ts';
import { philippinesVoter } from './philippines-voter/type.ts';
import { singapore } from './singapore/type.ts';
import { thailand } from './thailand/type.ts';

/** Every type that this server reads. Adding a card is adding a folder and a line here. */
export const cardTypes: readonly CardType[] = [
  hongKongCard,
  malaysia,
  indonesia,
  philippinesVoter,
  philippinesDrivingLicence,
  philippinesTin,
  philippinesSss,
  philippinesUmid,
  passport,
  thailand,
  singapore,
  mainland,
];

/** The type of this name; undefined while nobody has written it. */
export function cardTypeOf(name: CardTypeName): CardType | undefined {
  return cardTypes.find((type) => type.name === name);
}
