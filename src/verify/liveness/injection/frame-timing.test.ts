import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { measureFrameTiming } from './frame-timing.ts';

test('frames by a clock are even but for the rounding of their times', () => {
  const byClock = Array.from({ length: 120 }, (_, at) => Math.round((at * 1000) / 30));
  const timing = measureFrameTiming(byClock);
  assert.ok(timing && timing.unevenMs < 0.5 && timing.gaps === 0, JSON.stringify(timing));
});

test('frames of a sensor on a busy phone are not, by milliseconds', () => {
  const random = seededRandom(5);
  let nowMs = 0;
  const times = Array.from({ length: 120 }, () => {
    nowMs += Math.round(33.3 + 3 * random.normal());
    return nowMs;
  });
  const timing = measureFrameTiming(times);
  assert.ok(timing && timing.unevenMs > 1.5 && timing.gaps === 0, JSON.stringify(timing));
});

test('a second without frames is a gap', () => {
  const times = Array.from({ length: 60 }, (_, at) => at * 33 + (at >= 30 ? 1000 : 0));
  const timing = measureFrameTiming(times);
  assert.deepEqual([timing?.gaps, timing?.longestGapMs], [1, 1033]);
});

test('a handful of frames says nothing', () => {
  assert.equal(measureFrameTiming([0, 33, 66, 99]), null);
});
