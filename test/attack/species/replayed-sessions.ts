import type { ActionName } from '../../../src/verify/challenge.ts';
import { randomChallenge } from '../challenges.ts';
import type { Lab } from '../lab.ts';
import { filmSession, planSession } from '../sessions.ts';
import type { Recording, Species, Trial } from '../species.ts';

/** A session that passed, and a new challenge. `askedOf`: what the new one asks, given what the old one did; undefined: anything. */
function replay(
  lab: Lab,
  trial: Trial,
  variant: (asked: readonly ActionName[]) => string,
  askedOf: (asked: readonly ActionName[]) => readonly ActionName[] | undefined,
): Recording {
  const { level, random } = trial;
  if (level === 1) throw new Error('Level 1 asks for nothing.');
  const session = planSession(trial);
  const asked = session.challenge!.actions.map(({ action }) => action);
  const challenge = randomChallenge(level, random, askedOf(asked));
  const { person, framesPerSecond } = session;
  const pictures = filmSession(lab, session, random);
  return { person, variant: variant(asked), challenge, framesPerSecond, pictures };
}

export const replayedSession: Species = {
  name: 'session replayed into another challenge',
  kind: 'injection',
  levels: [2, 3, 4, 5],
  simulates:
    'A session that passed, fed in again when another random challenge is asked; SIMULATED: light, camera.',
  make: async (lab, trial) =>
    replay(
      lab,
      trial,
      () => 'injected',
      () => undefined,
    ),
};

/** A merchant's `ActionList` stays what it is: only order, moments and colours are new then. */
export const sameActionsReplayed: Species = {
  name: 'session replayed, the same actions asked again',
  kind: 'injection',
  levels: [2, 4, 5],
  simulates:
    'A session that passed, fed in again when the same one or two actions are asked, as of one merchant’s ActionList, in a new order, at new moments, with new colours; SIMULATED: light, camera.',
  make: async (lab, trial) =>
    replay(
      lab,
      trial,
      (asked) => asked.join(' + '),
      (asked) => asked,
    ),
};
