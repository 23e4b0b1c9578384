import { lookAtScreens } from './look-at-screens.ts';

// Pairs by turns, so that both of the colours come up; `screens.full.ts` takes the other pairs.
lookAtScreens((at) => at % 4 < 2);
