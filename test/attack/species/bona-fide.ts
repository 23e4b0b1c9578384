import { filmSession, planSession } from '../sessions.ts';
import type { Species } from '../species.ts';

export const bonaFide: Species = {
  name: 'bona fide',
  kind: 'bona fide',
  levels: [1, 2, 3, 4, 5],
  simulates:
    'Real clips with what really happens in them, the windows laid round it; SIMULATED: the camera, its hand, and at levels 3 to 5 the light of the screen.',
  async make(lab, trial) {
    const session = planSession(trial);
    const { person, challenge, framesPerSecond } = session;
    const asked = (challenge?.actions ?? []).map(({ action }) => action).join(' + ');
    return {
      person,
      variant: asked || 'silent',
      challenge,
      framesPerSecond,
      pictures: filmSession(lab, session, trial.random),
    };
  },
};
