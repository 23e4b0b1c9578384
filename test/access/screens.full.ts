import { lookAtScreens } from './look-at-screens.ts';

lookAtScreens((at) => at % 4 >= 2);
