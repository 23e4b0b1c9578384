import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom, wholeNumbers } from '../../../test/support/seeded-random.ts';
import type { ActionName, Challenge } from '../../verify/challenge.ts';
import {
  answerPrompts,
  isAnswered,
  type WeighedEvent,
} from '../../verify/liveness/actions/answer-prompts.ts';
import { type ChallengeLevel, makeChallenge } from './make-challenge.ts';

const number = 2000;
const random = seededRandom(20261127);
const numbers = wholeNumbers(random);
/** From an action's beginning to its height, ms. */
const riseMs = 200;

/** What a willing person does: each action 0.3 to 0.8 s after its prompt, in a recording that lags by 60 to 260 ms. */
function honestAnswer({ actions }: Challenge): readonly WeighedEvent[] {
  const lagMs = random.between(60, 260);
  return actions.map(({ action, fromMs }) => {
    const beginMs = fromMs + lagMs + random.between(300, 800);
    return {
      action,
      fromMs: beginMs,
      peakMs: beginMs + riseMs,
      toMs: beginMs + 2 * riseMs,
      size: 1,
      strength: 2,
    };
  });
}

function shareOfReplays(level: ChallengeLevel, list: readonly ActionName[]): number {
  let passed = 0;
  for (let at = 0; at < number; at++) {
    const [earlier, now] = [makeChallenge(level, list, numbers), makeChallenge(level, list, numbers)];
    if (answerPrompts(now.actions, honestAnswer(earlier)).answers.every(isAnswered)) passed += 1;
  }
  return passed / number;
}

/** docs/threat-model.md gives these shares: whoever lowers them says so there. */
describe('an earlier session of the same ActionList, fed in again, answers the actions by chance', () => {
  const shares: readonly (readonly [ChallengeLevel, readonly ActionName[], number])[] = [
    [2, ['blink'], 0.82],
    [2, ['blink', 'mouth'], 0.48],
    [5, ['blink'], 0.35],
    [5, ['blink', 'mouth'], 0.16],
  ];
  for (const [level, list, share] of shares) {
    it(`at level ${level}, of ${list.join(' and ')}, in about ${100 * share} of 100`, () => {
      const measured = shareOfReplays(level, list);
      assert.ok(Math.abs(measured - share) < 0.04, String(measured));
    });
  }
});
