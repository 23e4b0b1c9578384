import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HeadMoment, sightHead } from '../../../test/support/model-head.ts';
import { seededRandom } from '../../../test/support/seeded-random.ts';
import type { Sighting } from '../face-watch.ts';
import { flattenFace } from './flattened-face.ts';
import { measureLidMotion } from './lid-motion.ts';
import { measureParallax } from './parallax.ts';
import { measureShapeChange } from './shape-change.ts';

const frames = 48;

/** Four seconds of a head that does something, read with half a pixel of noise at 120 pixels between the eyes. */
function watch(momentAt: (seconds: number) => HeadMoment): readonly Sighting[] {
  const random = seededRandom(7);
  return Array.from({ length: frames }, (_, at) =>
    sightHead(momentAt(at / 12), at, () => 0.5 * random.normal()),
  );
}

function measure(sightings: readonly Sighting[]) {
  const flattened = flattenFace(sightings);
  assert.ok(flattened);
  return {
    shape: measureShapeChange(flattened).change,
    nose: measureParallax(flattened).noseShift,
    bending: flattened.bending,
  };
}

const swing = (seconds: number) => 0.35 * Math.sin(2 * seconds);
const still = measure(watch(() => ({})));

test('a face that does nothing shows no more change than its reading noise', () => {
  assert.ok(still.shape < 0.006, `${still.shape}`);
  assert.ok(still.nose < 0.006, `${still.nose}`);
});

test('a photo swung by 20 degrees bends as a sheet does and neither changes shape nor shows parallax', () => {
  const swung = measure(watch((seconds) => ({ yaw: swing(seconds), isFlat: true })));
  assert.ok(swung.bending > 0.01, `${swung.bending}`);
  assert.ok(swung.shape < 1.5 * still.shape, `${swung.shape}`);
  assert.ok(swung.nose < 1.5 * still.nose, `${swung.nose}`);
});

test('a head that turns by 20 degrees carries its nose across its eyes', () => {
  const turned = measure(watch((seconds) => ({ yaw: swing(seconds) })));
  assert.ok(turned.nose > 0.03, `${turned.nose}`);
});

test('a head that nods by 3 degrees already shows more parallax than noise', () => {
  const nodded = measure(watch((seconds) => ({ pitch: 0.05 * Math.sin(3 * seconds) })));
  assert.ok(nodded.nose > 2 * still.nose, `${nodded.nose} against ${still.nose}`);
});

test('a mouth that talks changes the shape', () => {
  const talking = measure(watch((seconds) => ({ mouth: 0.12 + 0.12 * Math.sin(9 * seconds) })));
  assert.ok(talking.shape > 3 * still.shape, `${talking.shape}`);
});

test('too few sightings say nothing, rather than that nothing moved', () => {
  assert.equal(flattenFace(watch(() => ({})).slice(0, 5)), null);
  assert.equal(measureLidMotion(watch(() => ({})).slice(0, 5)), null);
});

const lidsAt = (...closedFrames: readonly number[]) =>
  measureLidMotion(watch((seconds) => ({ lids: closedFrames.includes(Math.round(seconds * 12)) ? 0.1 : 1 })));

test('a blink of two frames is counted once', () => {
  assert.equal(lidsAt(20, 21)?.blinks, 1);
});

test('two blinks are counted twice', () => {
  assert.equal(lidsAt(10, 11, 30)?.blinks, 2);
});

test('eyes that close and stay closed are no blink', () => {
  assert.equal(lidsAt(...Array.from({ length: 18 }, (_, at) => 30 + at))?.blinks, 0);
});

test('eyes that are open throughout show no blink', () => {
  assert.equal(lidsAt()?.blinks, 0);
});

test('the eye network alone makes no blink: narrow eyes read as closed', () => {
  const misread = watch(() => ({})).map((sighting, at) =>
    at % 7 === 0 ? { ...sighting, eyesClosed: { left: 0.9, right: 0.9 } } : sighting,
  );
  assert.equal(measureLidMotion(misread)?.blinks, 0);
});

test('at five frames a second lids cannot be measured', () => {
  const slow = watch(() => ({})).map((sighting, at) => ({ ...sighting, timestampMs: at * 200 }));
  assert.equal(measureLidMotion(slow), null);
});
