import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { litTrack, sevenColors } from '../../test/support/lit-track.ts';
import { evidenceOf, living } from '../../test/support/living-person.ts';
import { decideLiveness, lifeOf } from './decide.ts';
import type { Signals } from './evidence.ts';
import { type LightSignal, measureLight } from './liveness/light/measure-light.ts';
import { thresholds } from './thresholds.ts';
import { lightThresholds } from './thresholds-light.ts';
import { replayThresholds } from './thresholds-replay.ts';

const motionless = {
  lids: { blinks: 0, leastOpening: 0.9, mostClosed: 0.1 },
  shape: { change: 0.003, bending: 0.004 },
  parallax: { noseShift: 0.004 },
  eyeMotion: { across: 0.001, down: 0.003 },
};

const codeOf = (signals: Partial<Signals>, durationMs?: number) =>
  decideLiveness(evidenceOf(signals, durationMs)).livenessCode;

test('a living person passes', () => {
  assert.equal(codeOf({}), 0);
});

test('a recording that came before is noted, and refused as a replay where the operator wants it', () => {
  const { likenessLeast, movementLeast } = replayThresholds;
  const replay = {
    ...{ seq: 'a1', likeness: likenessLeast.value, movement: movementLeast.value },
    ...{ lagMs: 0, overlapMs: 4200, isMirrored: false },
  };
  const decided = (refuses: boolean, other: Partial<typeof replay> = {}) =>
    decideLiveness({
      ...evidenceOf({ replay: { ...replay, ...other } }),
      earlier: { recordings: [], refuses },
    });
  assert.equal(decided(true).livenessCode, 1002);
  const noted = decided(false);
  assert.equal(noted.livenessCode, 0);
  const said = noted.reasons.map(({ id, text, refuses }) => [id, text, refuses]);
  assert.deepEqual(said, [
    ['replay.seen-before', 'For 4 s the face moves as in an earlier recording (a1).', false],
  ]);
  assert.match(String(decided(true, { isMirrored: true }).reasons[0]?.text), /left and right exchanged/);
  assert.equal(decided(true, { likeness: likenessLeast.value - 0.01 }).livenessCode, 0);
  assert.equal(decided(true, { movement: movementLeast.value / 2 }).livenessCode, 0);
});

test('whoever hides the eyes behind dark glasses, or one eye with a hand, is asked for a face that can be seen', () => {
  const { eyesBelowLeast, eyesWithinLeast, eyeEvennessMost } = thresholds;
  const [below, within, evenness] = [eyesBelowLeast.value, eyesWithinLeast.value, eyeEvennessMost.value];
  const shades = [
    { below, within, evenness },
    { below: below - 0.01, within: 1, evenness: 0.5 },
    { below: 1, within: within - 0.01, evenness: 0.5 },
    { below: 1, within: 1, evenness: evenness + 0.01 },
  ];
  assert.deepEqual(
    [...shades, null].map((eyeShade) => codeOf({ eyeShade })),
    [0, 1004, 1004, 1004, 1004],
  );
});

test('whoever hides the mouth behind a mask is asked for a face that can be seen, not told that another person came', () => {
  const least = thresholds.mouthRednessLeast.value;
  assert.deepEqual(
    [least, least - 0.01, null].map((mouthRedness) => codeOf({ mouthRedness })),
    [0, 1004, 1004],
  );
  assert.equal(codeOf({ mouthRedness: least - 0.1, samePerson: { leastCosine: 0.1 } }), 1004);
});

describe('a still', () => {
  test('is refused when lids, shape and parallax are all absent', () => {
    assert.equal(codeOf(motionless), 1002);
  });

  for (const sign of ['lids', 'shape', 'parallax', 'eyeMotion'] as const) {
    test(`is none where ${sign} alone shows life`, () => {
      assert.equal(codeOf({ ...motionless, [sign]: living[sign] }), 0);
    });
  }

  describe('before a screen whose colours alone were asked for', () => {
    const { headReliefLeast, headUnevennessLeast } = lightThresholds;
    const lit = measureLight({ colors: litTrack(sevenColors, {}), glints: [] }, sevenColors);
    const onHead = { ...lit!, relief: headReliefLeast.value, unevenness: headUnevennessLeast.value };
    const lifeIn = (life: number, light: LightSignal, challenge = sevenColors) => {
      const shape = { change: life * thresholds.shapeChangeLeast.value, bending: 0 };
      const { reasons } = decideLiveness({ ...evidenceOf({ ...motionless, shape, light }), challenge });
      return reasons.filter(({ id }) => id.startsWith('life.')).map(({ id, refuses }) => [id, refuses]);
    };
    const still = [['life.still', true]];

    test('is nobody whom the light shows to be no picture and who moves a little, which is noted', () => {
      assert.deepEqual(lifeIn(0.75, onHead), [['life.little', false]]);
    });

    test('is whoever moves less than that, or is not lit as a head, or was asked for actions', () => {
      const asked = { action: 'blink', fromMs: 1000, toMs: 2000 } as const;
      assert.deepEqual(lifeIn(0.65, onHead), still);
      assert.deepEqual(lifeIn(0.75, { ...onHead, relief: headReliefLeast.value - 0.1 }), still);
      assert.deepEqual(lifeIn(0.75, onHead, { ...sevenColors, level: 4, actions: [asked] }), still);
    });
  });

  test('is not excused by what could not be measured', () => {
    assert.equal(codeOf({ lids: null, shape: null, parallax: null, eyeMotion: null }), 1002);
  });

  test('that is turned needs to show more than one that is held', () => {
    const { lids, eyeMotion } = motionless;
    const shown = { lids, eyeMotion, parallax: { noseShift: 0.016 } };
    const held = lifeOf({ ...living, ...shown, shape: { change: 0.004, bending: 0.002 } });
    const turned = lifeOf({ ...living, ...shown, shape: { change: 0.004, bending: 0.04 } });
    assert.ok(held > 1 && turned < 1, `${held} ${turned}`);
  });
});

describe('the passive network', () => {
  const doubting = (score: number) => ({ passive: { score, lowest: score, near: score, wide: score } });

  test('refuses alone only where it is all but sure', () => {
    assert.equal(codeOf(doubting(0.004)), 1003);
    assert.equal(codeOf(doubting(0.006)), 0);
  });

  test('that doubts refuses together with weak signs of life', () => {
    const weak = { ...motionless, shape: { change: 0.009, bending: 0 } };
    assert.equal(codeOf({ ...doubting(0.1), ...weak }), 1003);
    assert.equal(codeOf({ ...doubting(0.3), ...weak }), 0);
  });

  test('that saw nothing does not pass', () => {
    assert.equal(codeOf({ passive: null }), 1003);
  });
});

describe('every other code', () => {
  const wrong: readonly (readonly [string, number, Partial<Signals>])[] = [
    ['a dark face', 1201, { brightness: { frame: 90, face: 20, burntOut: 0 } }],
    ['a glaring face', 1202, { brightness: { frame: 200, face: 240, burntOut: 0 } }],
    ['a face half burnt out', 1202, { brightness: { frame: 200, face: 200, burntOut: 0.6 } }],
    ['a face that is rarely there', 1004, { continuity: { ...living.continuity, faceShare: 0.5 } }],
    ['a tiny face', 1004, { continuity: { ...living.continuity, faceHeightPixels: 40 } }],
    ['another person in three frames', 1005, { continuity: { ...living.continuity, framesWithOthers: 3 } }],
    ['another person in the middle of it', 1005, { samePerson: { leastCosine: 0.2 } }],
    ['a picture that stands still', 1002, { repetition: { ...living.repetition!, frozenMs: 1500 } }],
    [
      'a picture that only an encoder changes',
      1002,
      { repetition: { ...living.repetition!, haltedMs: 1500 } },
    ],
    ['a stretch that comes twice', 1002, { repetition: { ...living.repetition!, loopedMs: 1500 } }],
  ];
  for (const [what, code, signals] of wrong) {
    test(`${code} for ${what}`, () => {
      const { livenessCode, reasons } = decideLiveness(evidenceOf(signals));
      assert.equal(livenessCode, code);
      const [reason] = reasons.filter(({ refuses }) => refuses);
      assert.ok(reason?.score !== null && reason?.threshold !== null);
    });
  }

  test('1303 for less than two seconds, whatever else is wrong', () => {
    assert.equal(codeOf(motionless, 1900), 1303);
  });

  test('two frames with another person are noted and pass', () => {
    const decision = decideLiveness(
      evidenceOf({ continuity: { ...living.continuity, framesWithOthers: 2 } }),
    );
    assert.deepEqual(
      [decision.livenessCode, decision.reasons.map(({ id }) => id)],
      [0, ['persons.further-face']],
    );
  });
});

test('every threshold says when and on what it was set, and what it costs there', () => {
  for (const [name, { value, date, setOn, errorRate }] of Object.entries(thresholds)) {
    assert.ok(value > 0 && /^\d{4}-\d\d-\d\d$/.test(date) && setOn && errorRate, name);
  }
});
