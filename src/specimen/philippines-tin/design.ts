import { defineDesign } from '../specimen.ts';
import { green, greenHelvetica } from './green.ts';
import { inventTin, type TinValues, tinCardInfo } from './values.ts';
import { typed, typedCockpit, yellow, yellowNarrow } from './yellow.ts';

export const philippinesTinDesign = defineDesign<TinValues>({
  type: 'PhilippinesTinID',
  layouts: [yellow, typed, green, yellowNarrow, greenHelvetica, typedCockpit],
  invent: inventTin,
  cardInfo: tinCardInfo,
  normalCardInfo: tinCardInfo,
});
