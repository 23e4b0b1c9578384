import type { SeededRandom } from '../../support/seeded-random.ts';
import { filmInHand, openCamera } from '../camera.ts';
import { type FlatTint, tintFlat } from '../flat-light.ts';
import { filmSession, planSession, readSession } from '../sessions.ts';
import { type SoftSpotName, softSpots } from '../soft-spots.ts';
import type { Species } from '../species.ts';

const lit = [3, 4, 5] as const;

type Laid = Pick<FlatTint, 'where' | 'how' | 'strength'>;

function laidOver(place: string, lay: (random: SeededRandom) => Laid): Species {
  return {
    name: `right colours ${place}`,
    kind: 'injection',
    levels: lit,
    simulates: `A session whose actions are right, unlit, the right colours laid ${place} in software at the right times; SIMULATED: the colours, the camera.`,
    async make(lab, trial) {
      const { random } = trial;
      const session = planSession(trial);
      const { person, challenge, framesPerSecond, scene } = session;
      const tint: FlatTint = { ...scene, ...lay(random) };
      const tinted = tintFlat(readSession(lab, session), challenge!.colors, tint);
      const pictures = filmInHand(tinted, framesPerSecond, openCamera(random));
      return { person, variant: `${tint.where}, ${tint.how}`, challenge, framesPerSecond, pictures };
    },
  };
}

const ways = ['blend', 'add', 'multiply'] as const;
const flatly =
  (places: readonly FlatTint['where'][]) =>
  (random: SeededRandom): Laid => ({
    where: random.pick(places),
    how: random.pick(ways),
    strength: random.between(0.1, 0.4),
  });

/** What each way lays on at most; any more burns the face out. */
const mostOf = { blend: 0.3, add: 0.12, multiply: 0.7 };

/** From hardly enough to be told, which is a sixteenth of the most, to that. */
function softly(random: SeededRandom): Laid {
  const where = random.pick(Object.keys(softSpots) as readonly SoftSpotName[]);
  const how = random.pick(ways);
  return { where, how, strength: mostOf[how] * 10 ** random.between(-1.2, 0) };
}

export const flatColors: readonly Species[] = [
  laidOver('flat over the frame', flatly(['frame'])),
  laidOver('flat over the face', flatly(['face-box', 'face-outline'])),
  laidOver('softly over the face', softly),
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
