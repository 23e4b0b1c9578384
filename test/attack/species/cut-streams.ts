import type { Picture } from '../../support/video-encoder.ts';
import { filmInHand, openCamera } from '../camera.ts';
import { copyOf } from '../fit-picture.ts';
import type { Lab } from '../lab.ts';
import {
  filmSession,
  lightPictures,
  planSession,
  planStretch,
  readSession,
  type Session,
} from '../sessions.ts';
import { longClips } from '../sources.ts';
import type { Recording, Species, Trial } from '../species.ts';

const levels = [1, 2, 3, 4, 5] as const;

/** A session that would pass, and what an attacker makes of its stream. */
async function tamper(
  lab: Lab,
  trial: Trial,
  change: (pictures: AsyncIterable<Picture>, session: Session) => AsyncGenerator<Picture>,
): Promise<Recording> {
  const session = planSession(trial);
  const { person, challenge, framesPerSecond } = session;
  const pictures = change(filmSession(lab, session, trial.random), session);
  return { person, variant: 'injected', challenge, framesPerSecond, pictures };
}

export const loop: Species = {
  name: 'loop',
  kind: 'injection',
  levels,
  simulates: 'The first 1 to 2 s of a session that would pass, over and over (every second one to and fro).',
  make: (lab, trial) =>
    tamper(lab, trial, async function* (pictures, { framesPerSecond, seconds }) {
      const length = Math.round(trial.random.between(1, 2) * framesPerSecond);
      const kept: Picture[] = [];
      for await (const picture of pictures) {
        kept.push(copyOf(picture));
        if (kept.length === length) break;
      }
      const cycle = trial.index % 2 === 0 ? kept : [...kept, ...kept.slice(1, -1).reverse()];
      for (let at = 0; at < seconds * framesPerSecond; at++) yield cycle[at % cycle.length]!;
    }),
};

export const freeze: Species = {
  name: 'freeze',
  kind: 'injection',
  levels,
  simulates: 'A session that would pass, one picture of which stands for 1.5 s or more while time runs on.',
  make: (lab, trial) =>
    tamper(lab, trial, async function* (pictures, { framesPerSecond, seconds }) {
      const from = Math.round(trial.random.between(0.15, 0.4) * seconds * framesPerSecond);
      const until = from + Math.round(trial.random.between(1.5, 2.5) * framesPerSecond);
      let at = 0;
      let standing: Picture | null = null;
      for await (const picture of pictures) {
        if (at === from) standing = copyOf(picture);
        yield standing && at < until ? standing : picture;
        at += 1;
      }
    }),
};

export const splice: Species = {
  name: 'splice of two people',
  kind: 'injection',
  levels,
  simulates:
    'A session that would pass, from somewhere in it on another person of the clips, lit as asked too; SIMULATED: light, camera.',
  async make(lab, trial) {
    const session = planSession(trial);
    const { person, challenge, framesPerSecond, seconds } = session;
    const other = trial.random.pick(longClips.filter((name) => name !== person));
    const second = {
      ...planStretch(other, seconds, challenge, trial.random),
      framesPerSecond,
      scene: session.scene,
    };
    const cutSeconds = trial.random.between(0.35, 0.7) * seconds;
    const posed = joined(lab, session, second, cutSeconds);
    const lit = lightPictures(posed, challenge?.colors ?? [], session.scene);
    const pictures = filmInHand(lit, framesPerSecond, openCamera(trial.random));
    return { person, variant: `${person} then ${other}`, challenge, framesPerSecond, pictures };
  },
};

async function* joined(lab: Lab, first: Session, second: Session, cutSeconds: number) {
  const { framesPerSecond, seconds } = first;
  let at = 0;
  for await (const picture of readSession(lab, { ...first, seconds: cutSeconds })) {
    yield picture;
    at += 1;
  }
  const left = Math.max(0.2, Math.min(seconds - at / framesPerSecond, second.seconds));
  yield* readSession(lab, { ...second, seconds: left });
}
