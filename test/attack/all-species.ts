import { seededRandom } from '../support/seeded-random.ts';
import { bonaFide, dressedPeople, furtherPeople } from './species/bona-fide.ts';
import { coveredFace } from './species/covered-face.ts';
import { cutPapers } from './species/cut-paper.ts';
import { freeze, loop, splice } from './species/cut-streams.ts';
import { flatColors, lateColors } from './species/flat-colors.ts';
import { litLivingPhotos, livingPhotos, renderedInjection } from './species/living-photos.ts';
import { photosOnScreens, videosOnScreens } from './species/on-screen.ts';
import { photoOnPaper } from './species/photo-on-paper.ts';
import { replayedSession, sameActionsReplayed } from './species/replayed-sessions.ts';
import { secondFace } from './species/second-face.ts';
import { lateAction, missingAction, wrongOrder } from './species/wrong-answers.ts';
import type { Level, Species, Trial } from './species.ts';

/** All that the lab can make, in the report's order: the strongest attack first, the bona fide ones last. */
export const allSpecies: readonly Species[] = [
  renderedInjection,
  litLivingPhotos,
  livingPhotos,
  replayedSession,
  sameActionsReplayed,
  wrongOrder,
  lateAction,
  missingAction,
  ...flatColors,
  lateColors,
  loop,
  freeze,
  splice,
  secondFace,
  coveredFace,
  ...photoOnPaper,
  ...cutPapers,
  ...photosOnScreens,
  ...videosOnScreens,
  bonaFide,
  furtherPeople,
  dressedPeople,
];

/** The `index`th recording of a species at a level: the same whenever it is asked for. */
export function trialOf(species: Species, level: Level, index: number): Trial {
  return { level, index, random: seededRandom(hashOf(`${species.name}|${level}|${index}`)) };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash >>> 0;
}
