import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubtsAboutPortrait, type PortraitMeasures } from './portrait-quality.ts';

const good: PortraitMeasures = {
  strength: 3.6,
  faceHeightPixels: 180,
  sharpness: 1.7,
  brightness: 130,
  contrast: 40,
  blockiness: 2.5,
  turnedDegrees: 10,
  isGrey: false,
  otherPersons: 0,
};

function idsOf(change: Partial<PortraitMeasures>): readonly string[] {
  return doubtsAboutPortrait({ ...good, ...change }).map(({ id }) => id);
}

test('a good portrait leaves no doubt', () => {
  assert.deepEqual(doubtsAboutPortrait(good), []);
});

test('each fault has a doubt of its own, and two faults have two', () => {
  assert.deepEqual(idsOf({ faceHeightPixels: 99 }), ['photo.small-face']);
  assert.deepEqual(idsOf({ sharpness: 1.3 }), ['photo.blurred']);
  assert.deepEqual(idsOf({ brightness: 40 }), ['photo.dark']);
  assert.deepEqual(idsOf({ brightness: 230 }), ['photo.bright']);
  assert.deepEqual(idsOf({ contrast: 12 }), ['photo.faded']);
  assert.deepEqual(idsOf({ blockiness: 9 }), ['photo.compressed']);
  assert.deepEqual(idsOf({ isGrey: true }), ['photo.grey']);
  assert.deepEqual(idsOf({ turnedDegrees: 45 }), ['photo.turned']);
  assert.deepEqual(idsOf({ strength: 2.2 }), ['photo.hard-to-read']);
  assert.deepEqual(idsOf({ otherPersons: 1 }), ['photo.others']);
  assert.deepEqual(idsOf({ brightness: 40, contrast: 8 }), ['photo.dark', 'photo.faded']);
});

test('a doubt says what was measured and against what, and refuses nothing', () => {
  const [doubt] = doubtsAboutPortrait({ ...good, faceHeightPixels: 72 });
  assert.ok(doubt);
  assert.deepEqual([doubt.score, doubt.threshold, doubt.refuses], [72, 100, false]);
  assert.match(doubt.text, /72 pixels high/);
});
