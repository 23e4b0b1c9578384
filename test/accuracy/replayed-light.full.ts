import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChallengeLevel, makeChallenge } from '../../src/capture/challenge/make-challenge.ts';
import type { ActionName } from '../../src/verify/challenge.ts';
import { judgeLight } from '../../src/verify/decide-light.ts';
import { measureLight } from '../../src/verify/liveness/light/measure-light.ts';
import { litTrack } from '../support/lit-track.ts';
import { seededRandom, wholeNumbers } from '../support/seeded-random.ts';

const number = 2000;

/** Share of earlier sessions of a level whose colours pass for those of a later one. SIMULATED: `litTrack`. */
function shareOfReplays(level: ChallengeLevel, list: readonly ActionName[]): number {
  const numbers = wholeNumbers(seededRandom(20261127 + level));
  let passed = 0;
  for (let at = 0; at < number; at++) {
    const [earlier, now] = [makeChallenge(level, list, numbers), makeChallenge(level, list, numbers)];
    const colors = litTrack(earlier, { lagMs: numbers.between(60, 260) });
    if (judgeLight(now, measureLight({ colors, glints: [] }, now)).length === 0) passed += 1;
  }
  return passed / number;
}

/** docs/threat-model.md gives these shares: whoever changes them says so there. */
describe('an earlier session, fed in again, answers the colours by chance', () => {
  const shares: readonly (readonly [ChallengeLevel, readonly ActionName[], number])[] = [
    [3, [], 0.004],
    [4, ['blink'], 0],
    [5, ['blink'], 0],
  ];
  for (const [level, list, share] of shares) {
    it(`at level ${level} in about ${(1000 * share).toFixed(0)} of 1000`, (t) => {
      const measured = shareOfReplays(level, list);
      t.diagnostic(`${number * measured} of ${number}`);
      assert.ok(Math.abs(measured - share) < 0.006, String(measured));
    });
  }
});
