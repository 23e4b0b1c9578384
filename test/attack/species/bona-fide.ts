import { askedOf } from '../challenges.ts';
import { type Dress, type DressName, dressed, dresses } from '../dressed-face.ts';
import { furtherPerson, isFurther } from '../further-clips.ts';
import type { Lab } from '../lab.ts';
import type { PosedPicture } from '../posed-clip.ts';
import { filmPosed, planFurtherSession, planSession, readSession, type Session } from '../sessions.ts';
import type { Recording, Species, Trial } from '../species.ts';

export const bonaFide: Species = {
  name: 'bona fide',
  kind: 'bona fide',
  levels: [1, 2, 3, 4, 5],
  simulates:
    'Real clips with what really happens in them, the windows laid round it; SIMULATED: the camera, its hand, and at levels 3 to 5 the light of the screen.',
  make: async (lab, trial) => honest(lab, trial, planSession(trial)),
};

/** People whom nothing was set on, so that their rate is one to expect. */
export const furtherPeople: Species = {
  name: 'bona fide: further people',
  kind: 'bona fide',
  levels: [1, 2, 3, 4, 5],
  simulates:
    'The same of two people whom no threshold was set on, small in older films that a camera on a stand made; SIMULATED: as above.',
  make: async (lab, trial) => honest(lab, trial, planFurtherSession(trial)),
};

const dressNames = Object.keys(dresses) as readonly DressName[];

/** Four clips after each other wear the same. */
export const dressedPeople: Species = {
  name: 'bona fide: scarves and beards',
  kind: 'bona fide',
  levels: [1, 2, 3, 4, 5],
  simulates:
    'The same as the first in a headscarf, a roll-neck, a full beard or a fringe; SIMULATED: those, and as above.',
  make: async (lab, trial) => {
    const worn = dressNames[Math.floor(trial.index / 4) % dressNames.length]!;
    const session = planSession(trial);
    const made = honest(lab, trial, session, dressAll(readSession(lab, session), dresses[worn]));
    return { ...made, variant: worn };
  },
};

async function* dressAll(posed: AsyncIterable<PosedPicture>, dress: Dress): AsyncGenerator<PosedPicture> {
  for await (const bare of posed) yield dressed(bare, dress);
}

function honest(
  lab: Lab,
  { random }: Trial,
  session: Session,
  posed: AsyncIterable<PosedPicture> = readSession(lab, session),
): Recording {
  const { person, challenge, framesPerSecond } = session;
  return {
    person: isFurther(person) ? furtherPerson(person) : person,
    variant: askedOf(challenge),
    challenge,
    framesPerSecond,
    pictures: filmPosed(posed, session, random),
  };
}
