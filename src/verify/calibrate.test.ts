import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../test/support/seeded-random.ts';
import { calibrate, findShortage } from './calibrate.ts';
import { fmrAt, type KnownFace, pairAll } from './error-rates.ts';

/** People as directions in space, each photo a little away from its person. */
function crowd(people: number, photosEach: number, dimensions = 64): KnownFace[] {
  const random = seededRandom(5);
  const gauss = random.normal;
  const unit = (values: Float32Array) => {
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
  return Array.from({ length: people }, (_, person) => {
    const self = Float32Array.from({ length: dimensions }, gauss);
    return Array.from({ length: photosEach }, (_, photo) => ({
      file: `${person}-${photo}`,
      person: `${person}`,
      embedding: unit(self.map((value) => value + 0.5 * gauss())),
    }));
  }).flat();
}

test('the knots are where 1 in 100, 1,000 and 10,000 pairs of different people pass', () => {
  const faces = crowd(450, 2);
  const outcome = calibrate(faces, 20);
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.text);
  const { knots, curve, impostorPairs, genuinePairs } = outcome.calibration;
  assert.equal(genuinePairs, 450);
  assert.equal(impostorPairs, (900 * 899) / 2 - 450);
  const pairs = pairAll(faces);
  for (const [fmr, cosine] of [
    [1e-2, knots.at60],
    [1e-3, knots.at70],
    [1e-4, knots.at80],
  ] as const) {
    const measured = fmrAt(cosine, pairs);
    assert.ok(measured > 0.7 * fmr && measured < 1.4 * fmr, `${cosine} gives ${measured}, not ${fmr}`);
  }
  for (const { cosine, fnmr } of curve) {
    assert.ok(cosine.low <= cosine.value && cosine.value <= cosine.high && cosine.low < cosine.high);
    assert.ok(fnmr && fnmr.value < 0.05);
  }
});

test('too few people are refused, and how many are needed is said', () => {
  const outcome = calibrate(crowd(100, 2));
  assert.ok(!outcome.ok);
  assert.match(
    outcome.text,
    /^100 people on 200 photos make 19800 pairs.*300000.*776 people with one photo each/,
  );
});

test('many photos of few people do not replace people', () => {
  const faces = Array.from({ length: 3000 }, (_, at) => ({ person: `${at % 20}` }));
  assert.match(findShortage(faces) ?? '', /At least 200 people/);
  assert.equal(findShortage(Array.from({ length: 776 }, (_, at) => ({ person: `${at}` }))), null);
});

test('people without a second photo still make a scale, and FNMR is said to be unknown', () => {
  const outcome = calibrate(crowd(800, 1), 10);
  assert.ok(outcome.ok);
  assert.equal(outcome.calibration.genuinePairs, 0);
  for (const { fnmr } of outcome.calibration.curve) assert.equal(fnmr, null);
});

test('one person under two names is reported', () => {
  const faces = crowd(800, 1);
  const twice = [...faces, { ...(faces[7] as KnownFace), file: 'alias', person: 'alias' }];
  const outcome = calibrate(twice, 10);
  assert.ok(outcome.ok);
  const [suspect] = outcome.calibration.suspects;
  assert.deepEqual([suspect?.first, suspect?.second], ['7-0', 'alias']);
});
