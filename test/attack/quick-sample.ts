import type { AttackTask } from './attack-worker.ts';
import type { Level } from './species.ts';

const at = (species: string, levels: readonly Level[], indexes: readonly number[]): readonly AttackTask[] =>
  levels.flatMap((level) => indexes.map((index) => ({ species, level, index })));

/** Recordings that have to pass. */
const bonaFide: readonly AttackTask[] = [
  ...at('bona fide', [1], [1, 2]),
  ...at('bona fide', [2], [5, 8]),
  ...at('bona fide', [3], [0, 1, 2]),
  ...at('bona fide', [4], [4, 9]),
  ...at('bona fide', [5], [5]),
  // A blink whose lids are down for one frame of 24 a second.
  ...at('bona fide', [5], [62]),
  // Black cloth below the chin, in light and in actions.
  ...at('bona fide: scarves and beards', [3], [55]),
  ...at('bona fide: scarves and beards', [4], [39]),
];

/** Recordings of which none may pass at levels 3 to 5. */
const refused: readonly AttackTask[] = [
  ...at('session replayed into another challenge', [3, 4, 5], [1]),
  ...at('wrong order', [4, 5], [1]),
  ...at('loop', [3, 4], [0]),
  ...at('freeze', [3, 5], [2]),
  ...at('splice of two people', [3, 4], [3]),
  ...at('right colours flat over the frame', [3, 4], [0]),
  ...at('right colours flat over the face', [3], [0]),
  ...at('right colours softly over the face', [3], [14]),
  ...at('right colours, late', [3, 5], [2]),
  ...at('second face peeping in', [3], [132]),
  ...at('video on a tablet', [3], [1]),
  ...at('video on a monitor', [3], [135]),
  ...at('photo on flat paper', [3], [1]),
];

/** A fixed sample for the test command: what is made and judged in four minutes on two cores. */
export const quickSample: readonly AttackTask[] = [...bonaFide, ...refused];
