import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ActionName, ActionPrompt, Challenge } from './challenge.ts';
import { judgeActions } from './decide-actions.ts';
import type { ActionEvent } from './liveness/actions/action-event.ts';
import type { Actions } from './liveness/actions/actions.ts';
import type { LightSignal } from './liveness/light/measure-light.ts';

const ask = (...prompts: readonly [ActionName, number, number][]): Challenge => ({
  ...{ level: 2, durationMs: 8000, colors: [], markerMs: null, shown: [] },
  actions: prompts.map(([action, fromMs, toMs]): ActionPrompt => ({ action, fromMs, toMs })),
});

/** Large enough to count, not to be taken for done on purpose beside another one. */
const sizes = { blink: 0.4, mouth: 0.6, nod: 12, shake: 13 } as const;

const did = (action: ActionName, fromMs: number, size: number = sizes[action]): ActionEvent => ({
  ...{ action, fromMs, peakMs: fromMs + 200, toMs: fromMs + 400, size },
});
const seen = (...events: readonly ActionEvent[]): Actions => ({ events, flatTurnMs: 0 });
const codesOf = (challenge: Challenge, actions: Actions | null, light: LightSignal | null = null) =>
  judgeActions(challenge, actions, light).map(({ code }) => code);

const lightAt = (lagMs: number, agreement = 0.9): LightSignal => ({
  response: {
    ...{ agreement, lagMs, anyLagMs: lagMs, anyAgreement: agreement },
    ...{ driftMsPerSecond: 0, driftGain: 0, markerLagMs: null, change: 0.1 },
  },
  shape: { behind: 0, rim: 0.5, neck: 1, neckValue: 120, paint: 0 },
  relief: null,
  patches: null,
  unevenness: null,
  glints: null,
});

const blinkThenMouth = ask(['blink', 1000, 3000], ['mouth', 3500, 5500]);

test('actions seen in their windows, in their order, pass', () => {
  assert.deepEqual(codesOf(blinkThenMouth, seen(did('blink', 1600), did('mouth', 4000))), []);
});

test('an action that is missing has its own code', () => {
  for (const [action, code] of [
    ['blink', 1207],
    ['mouth', 1209],
    ['nod', 1208],
    ['shake', 1208],
  ] as const) {
    assert.deepEqual(codesOf(ask([action, 1000, 3000]), seen()), [code]);
  }
});

test('what could not be measured was not seen', () => {
  assert.deepEqual(codesOf(blinkThenMouth, null), [1207, 1209]);
});

test('an action too weak to count was not seen', () => {
  assert.deepEqual(codesOf(ask(['nod', 1000, 3000]), seen(did('nod', 1500, 7))), [1208]);
});

test('the action asked for does not count before its window nor after it', () => {
  assert.deepEqual(codesOf(ask(['mouth', 3500, 5500]), seen(did('mouth', 3300))), [1209]);
  assert.deepEqual(codesOf(ask(['mouth', 3500, 5500]), seen(did('mouth', 6100))), [1209]);
});

test('a recording that lags by half a second as a whole passes', () => {
  assert.deepEqual(codesOf(blinkThenMouth, seen(did('blink', 3200), did('mouth', 5700))), []);
});

test('a lag that one action needs and the other excludes is a drift, and is refused', () => {
  assert.deepEqual(codesOf(blinkThenMouth, seen(did('blink', 1000), did('mouth', 5700))), [1209]);
});

describe('where the light tells the lag', () => {
  const late = seen(did('blink', 3200), did('mouth', 5700));

  test('actions that lag as the light does pass', () => {
    assert.deepEqual(codesOf(blinkThenMouth, late, lightAt(450)), []);
  });

  test('actions that lag more are late', () => {
    assert.deepEqual(codesOf(ask(['mouth', 3500, 5500]), late, lightAt(180)), [1209]);
  });

  test('actions that lag less pass, because a window is two seconds long', () => {
    assert.deepEqual(codesOf(blinkThenMouth, seen(did('blink', 1600), did('mouth', 4000)), lightAt(450)), []);
  });

  test('a wrong order is no right one with a lag, though the person blinked once more', () => {
    // As made by the attack lab on 2026-11-26, where it passed.
    const asked = ask(['mouth', 3172, 4421], ['blink', 4421, 6656]);
    const done = seen(did('blink', 3933), did('mouth', 4600, 0.4), did('blink', 5000));
    assert.deepEqual(codesOf(asked, done, lightAt(180)), [1209]);
  });

  test('light that hardly answers tells no lag', () => {
    assert.deepEqual(codesOf(blinkThenMouth, late, lightAt(180, 0.3)), []);
  });
});

test('the wrong order is an answer to another challenge', () => {
  const [first] = codesOf(blinkThenMouth, seen(did('mouth', 1500), did('blink', 4000)));
  assert.equal(first, 1002);
});

test('a mouth that opens does not pass for a blink, though a blink came beside it', () => {
  const answer = seen(did('mouth', 1500), did('blink', 2000));
  assert.deepEqual(codesOf(ask(['blink', 1000, 3000]), answer), [1207]);
});

test('a nod does not pass for a shake', () => {
  const answer = seen(did('nod', 1500, 16), did('shake', 1500, 9));
  assert.deepEqual(codesOf(ask(['shake', 1000, 3000]), answer), [1208]);
});

test('blinks are never the wrong action, wherever they fall', () => {
  const answer = seen(did('blink', 500), did('blink', 3700), did('mouth', 4000), did('blink', 6000));
  assert.deepEqual(codesOf(ask(['mouth', 3500, 5500]), answer), []);
});

test('a face that turns as a sheet does is a copy, whatever it showed', () => {
  const turned = { ...seen(did('shake', 1500)), flatTurnMs: 400 };
  assert.deepEqual(codesOf(ask(['shake', 1000, 3000]), turned), [1002]);
});

test('where no action was asked for there is nothing to judge', () => {
  assert.deepEqual(judgeActions(null, null, null), []);
  assert.deepEqual(codesOf({ ...ask(), level: 3 }, null), []);
});

test('every refusal tells its score and its threshold', () => {
  const [reason] = judgeActions(ask(['nod', 1000, 3000]), seen(did('nod', 1500, 7)), null);
  assert.deepEqual([reason?.id, reason?.score, reason?.threshold], ['actions.nod-unseen', 7, 7.5]);
});
