import { askedOf } from '../challenges.ts';
import { furtherPerson, isFurther } from '../further-clips.ts';
import type { Lab } from '../lab.ts';
import { filmSession, planFurtherSession, planSession, type Session } from '../sessions.ts';
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

function honest(lab: Lab, { random }: Trial, session: Session): Recording {
  const { person, challenge, framesPerSecond } = session;
  return {
    person: isFurther(person) ? furtherPerson(person) : person,
    variant: askedOf(challenge),
    challenge,
    framesPerSecond,
    pictures: filmSession(lab, session, random),
  };
}
