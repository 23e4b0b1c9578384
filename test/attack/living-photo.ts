import type { Challenge } from '../../src/verify/challenge.ts';
import { recordedSeconds } from './challenges.ts';
import { meshFace } from './face-mesh.ts';
import { followPrompts } from './face-moment.ts';
import { coverCamera } from './fit-picture.ts';
import type { Lab } from './lab.ts';
import type { PosedPicture } from './posed-clip.ts';
import { landmarksIn, photoSubject } from './sources.ts';
import type { Trial } from './species.ts';

/** A photo of LFW that does what it is told, with the face's place in each picture. */
export async function livingPhoto(
  lab: Lab,
  { index, level, random }: Trial,
  challenge: Challenge | null,
  framesPerSecond: number,
) {
  const { person, picture } = await photoSubject(lab, index, level);
  const still = coverCamera(picture, random.between(1, 1.25));
  const landmarks = await landmarksIn(lab, still);
  if (!landmarks) throw new Error(`The photo of ${person} has no face any more once it is enlarged.`);
  const mesh = meshFace(still, landmarks);
  const momentAt = followPrompts(challenge?.actions ?? [], random);
  const frames = Math.round(recordedSeconds(challenge) * framesPerSecond);
  function* posed(): Generator<PosedPicture> {
    for (let at = 0; at < frames; at++) yield mesh.pose(momentAt((1000 * at) / framesPerSecond));
  }
  return { person, posed };
}
