import { type MotionTrace, traceMotion } from '../../src/verify/liveness/replay/motion-trace.ts';
import { randomChallenge } from '../attack/challenges.ts';
import { furtherClips, furtherPerson, furtherSeconds, isFurther } from '../attack/further-clips.ts';
import type { Lab } from '../attack/lab.ts';
import { makeRecording } from '../attack/make-recording.ts';
import { filmSession, planStretch, type Session } from '../attack/sessions.ts';
import { clipSeconds, longClips } from '../attack/sources.ts';
import { videosOnScreens } from '../attack/species/on-screen.ts';
import { mirrored } from '../support/recorded.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';
import type { Picture, Pictures } from '../support/video-encoder.ts';
import { watchWhole } from '../support/watched-recording.ts';

/** What was done to a stretch of a clip on its way to the judge; `first` is how it came the first time. */
export type ReplayKind = 'first' | 'again' | 'mirrored' | 'lit' | 'on a screen';

export type ReplayFilm = {
  readonly kind: ReplayKind;
  readonly person: string;
  readonly clip: string;
  /** Where in the clip it begins; null where that is not known. */
  readonly fromSeconds: number | null;
  readonly trace: MotionTrace;
};

const stretchSeconds = 5;
/** Whatever is cut from a clip has more than 3 s in common with one of these. */
const stepSeconds = { clip: 1.9, further: 3.1 } as const;
const screenFilms = 36;

type Stretch = { readonly clip: Session['person']; readonly fromSeconds: number };

function allStretches(): readonly Stretch[] {
  const clips = [
    ...longClips.map((clip) => ({ clip, seconds: clipSeconds[clip], step: stepSeconds.clip })),
    ...furtherClips.map((clip) => ({ clip, seconds: furtherSeconds(clip), step: stepSeconds.further })),
  ];
  return clips.flatMap(({ clip, seconds, step }) =>
    Array.from({ length: Math.floor((seconds - stretchSeconds - 0.6) / step) + 1 }, (_, at) => ({
      ...{ clip, fromSeconds: at * step },
    })),
  );
}

/** Films every stretch in every way, each by another hand and camera, and keeps its trace. All SIMULATED but the clips. */
export async function* traceFilms(lab: Lab, path: string): AsyncGenerator<ReplayFilm> {
  let seed = 1;
  for (const { clip, fromSeconds } of allStretches()) {
    for (const kind of ['first', 'again', 'mirrored', 'lit'] as const) {
      const random = seededRandom(seed++);
      const challenge = kind === 'lit' ? randomChallenge(3, random) : null;
      const session = {
        ...planStretch(clip, stretchSeconds, challenge, random),
        fromSeconds: fromSeconds + random.between(0, 0.2),
      };
      const pictures = filmSession(lab, session, random);
      await record(lab, path, kind === 'mirrored' ? mirrorAll(pictures) : pictures, session, random);
      const trace = await traceOf(lab, path);
      const person = isFurther(clip) ? furtherPerson(clip) : clip;
      if (trace) yield { kind, person, clip, fromSeconds: session.fromSeconds, trace };
    }
  }
  for (let at = 0; at < screenFilms; at++) {
    const species = videosOnScreens[at % videosOnScreens.length]!;
    const { person } = await makeRecording(lab, species, 1, Math.floor(at / videosOnScreens.length), path);
    const trace = await traceOf(lab, path);
    if (trace) yield { kind: 'on a screen', person, clip: person, fromSeconds: null, trace };
  }
}

/** Compressed as a page's recorder does it. */
export async function record(
  lab: Lab,
  path: string,
  pictures: Pictures,
  { framesPerSecond }: Session,
  random: SeededRandom,
): Promise<void> {
  const codec = random.next() < 0.7 ? 'h264' : 'vp8';
  const kilobitsPerSecond = random.pick([700, 1000, 1500, 2500]);
  await lab.encoder.encode(path, pictures, { codec, framesPerSecond, kilobitsPerSecond });
}

export async function traceOf({ vision }: Lab, path: string): Promise<MotionTrace | null> {
  const { sightings, faceGrids } = await watchWhole(vision, path);
  return traceMotion(sightings, faceGrids);
}

async function* mirrorAll(pictures: AsyncIterable<Picture>): AsyncGenerator<Picture> {
  for await (const picture of pictures) yield mirrored(picture);
}
