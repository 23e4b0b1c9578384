import type { ActionPrompt, Challenge } from '../../src/verify/challenge.ts';
import type { Stretch } from '../support/clip-window.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { clipPath } from '../support/shared-data.ts';
import type { Picture } from '../support/video-encoder.ts';
import { filmInHand, openCamera } from './camera.ts';
import { randomChallenge, silentSeconds } from './challenges.ts';
import { type ClipEvent, clipEvents, type FurtherEvent } from './clip-events.ts';
import {
  type FurtherClip,
  furtherClips,
  furtherEvents,
  furtherPath,
  furtherSeconds,
  isFurther,
} from './further-clips.ts';
import type { Lab } from './lab.ts';
import { type LightScene, laptop, lightScene, phone, usualScene } from './light-scene.ts';
import { type PosedPicture, readPosed } from './posed-clip.ts';
import { clipSeconds, type LongClip, longClips } from './sources.ts';
import type { Trial } from './species.ts';

/** A stretch of a clip and the challenge that it is to answer. */
export type Session = {
  readonly person: AnyClip;
  readonly fromSeconds: number;
  readonly seconds: number;
  readonly challenge: Challenge | null;
  readonly framesPerSecond: number;
  readonly scene: LightScene;
};

type AnyClip = LongClip | FurtherClip;

const secondsOf = (clip: AnyClip): number => (isFurther(clip) ? furtherSeconds(clip) : clipSeconds[clip]);

/**
 * What an honest person's session at this level looks like. Actions are real: the challenge's windows are laid round what happens in
 * the clip. Colours are those of a random challenge; their light is SIMULATED on the clip.
 */
export function planSession(trial: Trial): Session {
  return planAmong(trial, longClips, happenings);
}

/** The same of the further people. */
export function planFurtherSession(trial: Trial): Session {
  return planAmong(trial, furtherClips, furtherHappenings);
}

function planAmong(
  { level, index, random }: Trial,
  clips: readonly AnyClip[],
  events: readonly Happening[],
): Session {
  const clip = clips[index % clips.length]!;
  if (level === 1) return planStretch(clip, silentSeconds, null, random);
  const challenge = randomChallenge(level, random);
  if (level === 3) return planStretch(clip, challenge.durationMs / 1000, challenge, random);
  return fitSession(events[index % events.length]!, challenge, random);
}

/** Any stretch of a clip, whatever happens in it. */
export function planStretch(
  person: AnyClip,
  seconds: number,
  challenge: Challenge | null,
  random: SeededRandom,
): Session {
  const shown = Math.min(seconds + 0.4, secondsOf(person) - 0.2);
  const fromSeconds = random.between(0, secondsOf(person) - 0.1 - shown);
  return { person, fromSeconds, seconds: shown, challenge, ...setUp(random) };
}

function setUp(random: SeededRandom): Pick<Session, 'framesPerSecond' | 'scene'> {
  const framesPerSecond = random.pick([15, 15, 20, 24]);
  return { framesPerSecond, scene: anyScene(framesPerSecond, random) };
}

/** Rooms, skins, distances and cameras as customers have them. */
export function anyScene(framesPerSecond: number, random: SeededRandom): LightScene {
  return {
    ...usualScene,
    seed: Math.floor(random.between(1, 1e9)),
    framesPerSecond,
    skin: random.pick([1, 1, 0.7, 0.45]),
    roomLux: random.pick([60, 100, 150, 250, 400]),
    distanceCm: random.between(26, 42),
    backgroundCm: random.between(80, 300),
    screen: random.next() < 0.85 ? phone : laptop,
    depth: random.between(0.85, 1.15),
    gamma: random.between(2, 2.4),
    noise: 0,
    lagMs: random.between(60, 260),
  };
}

/** One event of a clip, or two of different kinds that follow each other. */
export type Happening = readonly (ClipEvent | FurtherEvent)[];

const longest = { gapMs: 5500, eventMs: 1600 };

/** All that the clips have to offer to a challenge of one action or of two. */
export const happenings = happeningsOf(
  clipEvents.filter(({ clip }) => (longClips as readonly string[]).includes(clip)),
);
const furtherHappenings = happeningsOf(furtherEvents);

function happeningsOf(events: Happening): readonly Happening[] {
  const pairs = events.flatMap((first) =>
    events
      .filter(
        (second) =>
          second.clip === first.clip &&
          second.action !== first.action &&
          second.fromMs > first.toMs + 50 &&
          second.fromMs - first.toMs < longest.gapMs,
      )
      .map((second) => [first, second]),
  );
  return [...events.map((event) => [event]), ...pairs];
}

/** Lays a challenge's windows round what happens, and cuts the clip to it. */
export function fitSession(happening: Happening, challenge: Challenge, random: SeededRandom): Session {
  const [first, last] = [happening[0]!, happening.at(-1)!];
  const person = first.clip as AnyClip;
  // Where the clip ends soon after what happens, more of it goes before.
  const endMs = 1000 * secondsOf(person) - 60;
  const latestMs = endMs - challenge.durationMs - 300;
  const fromMs = Math.max(0, Math.min(latestMs, first.fromMs - random.between(1400, 2400)));
  const leftMs = endMs - fromMs;
  const durationMs = Math.floor(
    Math.min(leftMs, Math.max(challenge.durationMs, seenUntil(last) - fromMs + 900)),
  );
  return {
    person,
    fromSeconds: fromMs / 1000,
    seconds: Math.min(leftMs, durationMs + 300) / 1000,
    challenge: fitted(challenge, windowsRound(happening, fromMs, durationMs, random), durationMs),
    ...setUp(random),
  };
}

/** A mouth may stay open for long, and a part of that answers; a nod or a shake answers as a whole. */
const seenUntil = ({ action, fromMs, toMs }: Happening[number]): number =>
  action === 'nod' || action === 'shake' ? toMs : Math.min(toMs, fromMs + longest.eventMs);
/** Windows begin when the person's neutral face has been seen for this long, as the server's do. */
const neutralMs = 1000;

function windowsRound(
  happening: Happening,
  originMs: number,
  durationMs: number,
  random: SeededRandom,
): readonly ActionPrompt[] {
  return happening.map((event, at) => {
    const [before, after] = [happening[at - 1], happening[at + 1]];
    const [fromMs, toMs] = [event.fromMs - originMs, seenUntil(event) - originMs];
    const earliestMs = before
      ? (seenUntil(before) + event.fromMs) / 2 - originMs
      : Math.min(neutralMs, fromMs - 150);
    const latestMs = after ? (seenUntil(event) + after.fromMs) / 2 - originMs : durationMs;
    const unasked = unaskedAround(event, happening);
    const startMs = Math.max(
      earliestMs,
      fromMs - random.between(300, 900),
      Math.min(fromMs - 100, unasked.beforeMs + 250 - originMs),
    );
    const endMs = Math.min(
      latestMs,
      unasked.afterMs - 50 - originMs,
      Math.max(startMs + random.between(2000, 2300), toMs + 300),
    );
    return { action: event.action, fromMs: Math.ceil(startMs), toMs: Math.floor(endMs) };
  });
}

/**
 * When something else begins before and after an event. Nobody who is asked to blink opens the mouth beside it, as two people of the clips do
 * by chance: the window begins after that has begun, and is over before.
 */
function unaskedAround(
  event: Happening[number],
  happening: Happening,
): { beforeMs: number; afterMs: number } {
  const begins = [...clipEvents, ...furtherEvents]
    .filter(
      (other) =>
        other.clip === event.clip &&
        other.action !== 'blink' &&
        other.action !== event.action &&
        !happening.includes(other),
    )
    .map(({ fromMs }) => fromMs);
  return {
    beforeMs: Math.max(...begins.filter((fromMs) => fromMs <= event.fromMs)),
    afterMs: Math.min(...begins.filter((fromMs) => fromMs > event.fromMs)),
  };
}

/** The challenge with other windows, its colours cut where it is shorter now. */
function fitted(challenge: Challenge, actions: readonly ActionPrompt[], durationMs: number): Challenge {
  const colors = challenge.colors.filter(({ toMs }) => toMs <= durationMs - 200);
  return { ...challenge, actions, durationMs, colors };
}

/** Where the session's pictures come from. */
export function stretchOf({ person, fromSeconds, seconds, framesPerSecond }: Session): Stretch {
  const path = isFurther(person) ? furtherPath(person) : clipPath(person)!;
  return { path, fromSeconds, seconds, framesPerSecond };
}

/** The session's pictures with the face's place in each, before light and camera. */
export function readSession(lab: Lab, session: Session): AsyncGenerator<PosedPicture> {
  return readPosed(stretchOf(session), lab.vision, lab.encoder.name);
}

/** What the phone's camera records of the session, lit by the challenge's colours where it has any. */
export function filmSession(
  lab: Lab,
  session: Session,
  random: SeededRandom,
  colors = session.challenge?.colors,
): AsyncGenerator<Picture> {
  return filmPosed(readSession(lab, session), session, random, colors);
}

/** The same of pictures that were read already. */
export function filmPosed(
  posed: AsyncIterable<PosedPicture>,
  { challenge, scene, framesPerSecond }: Session,
  random: SeededRandom,
  colors = challenge?.colors ?? [],
): AsyncGenerator<Picture> {
  return filmInHand(lightPictures(posed, colors, scene), framesPerSecond, openCamera(random));
}

/** With the light of the colours on the face, each picture good until the next one; as they are where there are none. */
export async function* lightPictures(
  posed: AsyncIterable<PosedPicture> | Iterable<PosedPicture>,
  colors: Challenge['colors'],
  scene: LightScene,
): AsyncGenerator<Picture> {
  if (colors.length > 0) yield* lightScene(posed, colors, scene, false);
  else for await (const { picture } of posed) yield picture;
}
