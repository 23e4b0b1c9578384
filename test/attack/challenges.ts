import { type ChallengeLevel, makeChallenge } from '../../src/capture/challenge/make-challenge.ts';
import { usualSilentMs } from '../../src/capture/challenge/silent-length.ts';
import { type ActionName, actionNames, type Challenge } from '../../src/verify/challenge.ts';
import { type SeededRandom, wholeNumbers } from '../support/seeded-random.ts';

/** A challenge as the server makes it, of one action or two of its choice; repeatable. */
export function randomChallenge(
  level: ChallengeLevel,
  random: SeededRandom,
  wanted?: readonly ActionName[],
): Challenge {
  const numbers = wholeNumbers(random);
  const left = [...actionNames];
  const first = left.splice(numbers.between(0, left.length - 1), 1);
  const asked = random.next() < 0.5 ? first : [...first, left[numbers.between(0, left.length - 1)]!];
  return makeChallenge(level, level === 3 ? [] : (wanted ?? asked), numbers);
}

/** The actions of a challenge in their order, as a recording's variant; `silent` where none is asked for. */
export function askedOf(challenge: Challenge | null): string {
  return (challenge?.actions ?? []).map(({ action }) => action).join(' + ') || 'silent';
}

/** What the page records where nothing is asked, as at level 1. */
export const silentSeconds = usualSilentMs / 1000;
/** The page records a little longer than the challenge lasts. */
const tailSeconds = 0.3;

/** How long a recording that answers a challenge is. */
export function recordedSeconds(challenge: Challenge | null): number {
  return challenge ? challenge.durationMs / 1000 + tailSeconds : silentSeconds;
}
