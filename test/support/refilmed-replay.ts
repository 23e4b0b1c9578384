import { type Handling, handleSheet } from './held-sheet.ts';
import { lookOfMedium } from './refilmed-still.ts';
import { seededRandom } from './seeded-random.ts';
import { filmSheet } from './sheet-camera.ts';
import type { Picture } from './video-encoder.ts';

/**
 * SIMULATED: a living person's clip, played on a screen and filmed again. Everything in it lives; only the screen's
 * look and the passive network could tell.
 */
export function* replayClip(
  pictures: readonly Picture[],
  handling: Handling,
  seed: number,
  sheetWidthPixels: number,
): Generator<Picture> {
  const random = seededRandom(seed);
  const look = lookOfMedium('screen', random);
  const poseAt = handleSheet(random, handling);
  const background = [random.between(20, 220), random.between(20, 220), random.between(20, 220)] as const;
  const rolling = random.between(0.01, 0.03);
  for (const [at, picture] of pictures.entries()) {
    const sheet = { picture: look.surface(picture), widthPixels: sheetWidthPixels, background };
    const seconds = at / 12;
    yield look.sense(filmSheet(sheet, poseAt, seconds, rolling), seconds);
  }
}
