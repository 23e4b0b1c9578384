import type { Challenge } from '../../src/verify/challenge.ts';
import { seededRandom } from '../support/seeded-random.ts';
import type { Picture } from '../support/video-encoder.ts';
import { filmInHand, openCamera } from './camera.ts';
import { recordedSeconds } from './challenges.ts';
import { meshOver, warpFace } from './face-mesh.ts';
import { followPrompts } from './face-moment.ts';
import type { Lab } from './lab.ts';
import { usualScene } from './light-scene.ts';
import type { PosedPicture } from './posed-clip.ts';
import { lightPictures, readSession, type Session } from './sessions.ts';

const framesPerSecond = 20;

/**
 * SIMULATED: a recording of somebody who answers any challenge of levels 2 to 5, even one just issued: a living person's clip
 * whose face does what is asked by a mesh over it, lit by the colours. The strongest attack, and our stand-in for an honest customer
 * in a test that must answer a challenge of the server's own choice.
 */
export function answerChallenge(lab: Lab, challenge: Challenge, seed: number): AsyncGenerator<Picture> {
  const random = seededRandom(seed);
  const session: Session = {
    person: 'd10',
    // Here nobody blinks, opens the mouth or turns for longest.
    fromSeconds: 3.9,
    seconds: recordedSeconds(challenge),
    challenge,
    framesPerSecond,
    scene: { ...usualScene, seed, framesPerSecond, noise: 0 },
  };
  const acted = act(readSession(lab, session), followPrompts(challenge.actions, random));
  return filmInHand(
    lightPictures(acted, challenge.colors, session.scene),
    framesPerSecond,
    openCamera(random),
  );
}

/** Writes such a recording as a page's recorder would. */
export async function recordAnswer(
  lab: Lab,
  challenge: Challenge,
  seed: number,
  path: string,
): Promise<void> {
  const encoding = { codec: 'h264', framesPerSecond, kilobitsPerSecond: 1500 } as const;
  await lab.encoder.encode(path, answerChallenge(lab, challenge, seed), encoding);
}

async function* act(
  pictures: AsyncIterable<PosedPicture>,
  momentAt: ReturnType<typeof followPrompts>,
): AsyncGenerator<PosedPicture> {
  let mesh: ReturnType<typeof meshOver> | null = null;
  let at = 0;
  for await (const posed of pictures) {
    mesh ??= meshOver(posed);
    yield warpFace(posed, mesh, momentAt((1000 * at) / framesPerSecond));
    at += 1;
  }
}
