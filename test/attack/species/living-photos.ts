import { filmInHand, openCamera } from '../camera.ts';
import { askedOf, randomChallenge } from '../challenges.ts';
import type { Lab } from '../lab.ts';
import { livingPhoto } from '../living-photo.ts';
import { anyScene, filmSession, lightPictures, planSession } from '../sessions.ts';
import type { Recording, Species, Trial } from '../species.ts';

async function make(lab: Lab, trial: Trial, isLit: boolean): Promise<Recording> {
  const { level, random } = trial;
  const challenge = level === 1 ? null : randomChallenge(level, random);
  const framesPerSecond = random.pick([15, 15, 20, 24]);
  const { person, posed } = await livingPhoto(lab, trial, challenge, framesPerSecond);
  const colors = isLit ? (challenge?.colors ?? []) : [];
  const lit = lightPictures(posed(), colors, anyScene(framesPerSecond, random));
  const pictures = filmInHand(lit, framesPerSecond, openCamera(random));
  return { person, variant: askedOf(challenge), challenge, framesPerSecond, pictures };
}

export const livingPhotos: Species = {
  name: 'photo brought to life',
  kind: 'injection',
  levels: [1, 2, 3, 4, 5],
  simulates:
    'A photo of LFW; SIMULATED: lids, mouth and head moved on command by warping a mesh over it, the camera; no light of the screen.',
  make: (lab, trial) => make(lab, trial, false),
};

export const litLivingPhotos: Species = {
  name: 'rendered injection, sequence known: photo',
  kind: 'injection',
  levels: [3, 4, 5],
  simulates:
    'A photo of LFW brought to life and lit on a head’s shape by the very colours of the challenge; all SIMULATED but the photo.',
  make: (lab, trial) => make(lab, trial, true),
};

export const renderedInjection: Species = {
  name: 'rendered injection, sequence known: clip',
  kind: 'injection',
  levels: [3, 4, 5],
  simulates:
    'A real clip lit on a head’s shape by the very colours of the challenge, its actions real and in time: the same recordings as the bona fide ones, seen as an attack.',
  async make(lab, trial) {
    const session = planSession(trial);
    const { person, challenge, framesPerSecond } = session;
    return {
      person,
      variant: 'lit clip',
      challenge,
      framesPerSecond,
      pictures: filmSession(lab, session, trial.random),
    };
  },
};
