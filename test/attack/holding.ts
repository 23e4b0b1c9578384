import type { Picture } from '../support/video-encoder.ts';
import { randomChallenge, recordedSeconds } from './challenges.ts';
import { anyScene } from './sessions.ts';
import type { Recording, Trial } from './species.ts';

/** What a recording that somebody holds a thing before the camera for has in common at all levels. */
export function planHolding({ level, random }: Trial): Pick<Recording, 'challenge' | 'framesPerSecond'> & {
  readonly frames: number;
  readonly scene: ReturnType<typeof anyScene>;
} {
  const challenge = level === 1 ? null : randomChallenge(level, random);
  const framesPerSecond = random.pick([15, 15, 20]);
  const frames = Math.round(recordedSeconds(challenge) * framesPerSecond);
  return { challenge, framesPerSecond, frames, scene: anyScene(framesPerSecond, random) };
}

/** As many pictures as asked for, each made when it is its turn. */
export function* picturesOf(frames: number, draw: (at: number) => Picture): Generator<Picture> {
  for (let at = 0; at < frames; at++) yield draw(at);
}
