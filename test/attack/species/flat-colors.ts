import { filmInHand, openCamera } from '../camera.ts';
import { type FlatTint, tintFlat } from '../flat-light.ts';
import { filmSession, planSession, readSession } from '../sessions.ts';
import type { Species } from '../species.ts';

const lit = [3, 4, 5] as const;

function laidOver(name: string, places: readonly FlatTint['where'][]): Species {
  return {
    name,
    kind: 'injection',
    levels: lit,
    simulates:
      'A session whose actions are right, unlit, the right colours laid over it in software at the right times; SIMULATED: the colours, the camera.',
    async make(lab, trial) {
      const { random } = trial;
      const session = planSession(trial);
      const { person, challenge, framesPerSecond, scene } = session;
      const tint: FlatTint = {
        ...scene,
        where: random.pick(places),
        how: random.pick(['blend', 'add', 'multiply'] as const),
        strength: random.between(0.1, 0.4),
      };
      const tinted = tintFlat(readSession(lab, session), challenge!.colors, tint);
      const pictures = filmInHand(tinted, framesPerSecond, openCamera(random));
      return { person, variant: `${tint.where}, ${tint.how}`, challenge, framesPerSecond, pictures };
    },
  };
}

export const flatColors: readonly Species[] = [
  laidOver('right colours flat over the frame', ['frame']),
  laidOver('right colours flat over the face', ['face-box', 'face-outline']),
];

export const lateColors: Species = {
  name: 'right colours, late',
  kind: 'injection',
  levels: lit,
  simulates:
    'A session that would pass but for its light, which comes 0.7 to 2 s late: the time that rendering it took; SIMULATED: light, camera.',
  async make(lab, trial) {
    const lateMs = trial.random.between(700, 2000);
    const session = planSession(trial);
    const { person, challenge, framesPerSecond } = session;
    const late = { ...session, scene: { ...session.scene, lagMs: session.scene.lagMs + lateMs } };
    const pictures = filmSession(lab, late, trial.random);
    return {
      person,
      variant: `${Math.round(lateMs / 500) / 2} s late`,
      challenge,
      framesPerSecond,
      pictures,
    };
  },
};
