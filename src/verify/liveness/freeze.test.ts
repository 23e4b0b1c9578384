import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestFreeze, longestHalt } from './freeze.ts';

const changesOf = (changes: readonly number[], ms: number) => changes.map((change) => ({ change, ms }));

/** A SIMULATED freeze of 1.5 s before which a session goes on, VP8 at 700 kbit/s and 15 frames a second: the attack lab's, level 4, number 47. */
const refined = changesOf(
  [
    ...[7.62, 2.62, 13.26, 7.39, 6.88, 13.7, 4.59, 9.25, 10.02, 6.92, 8.26, 7.19, 0.95, 0, 0.57, 0.59, 1.38],
    ...[0.31, 1.31, 0, 0.23, 0.08, 1.93, 0, 0, 0, 0, 0, 0.43, 14.74, 5.58, 8.38, 20.38, 5.85, 10.73, 8.38],
  ],
  67,
);

test('a picture that an encoder short of bits refines every few frames has halted, though it never freezes for long', () => {
  assert.ok(longestFreeze(refined) < 500, `${longestFreeze(refined)}`);
  assert.ok(longestHalt(refined) > 1100, `${longestHalt(refined)}`);
});

test('the calmest face before a camera on a stand has not, for as long', () => {
  // A man before his webcam (`webcam1` of the attack lab, 6.5 s on), H.264 at 700 kbit/s: the highest of 89 such recordings.
  const calm = [
    ...[
      0.06, 0.24, 1.8, 1.46, 1.29, 0.97, 0.83, 1.57, 0.19, 0.16, 0.37, 0.07, 0.34, 1.09, 0.02, 0.4, 0.27,
      0.34,
    ],
    ...[
      0.38, 0.85, 0.08, 0.09, 0.14, 0.1, 0.3, 1.09, 0.79, 0.33, 0.84, 1.4, 1.34, 0.05, 0.25, 0.21, 0.32, 0.12,
    ],
    ...[0.63, 0.16, 1.36, 0.82, 2.44, 1.66, 1.21, 0.22, 0.33, 0.47, 0.66, 0.23, 1.41, 0.69, 0.77, 0.62, 0.9],
  ];
  const haltedMs = longestHalt(changesOf(calm, 83.3));
  assert.ok(haltedMs > 800 && haltedMs < 900, `${haltedMs}`);
});

test('nor has one before a camera that hands out each picture four times in dim light', () => {
  const calm = [
    0.6, 0, 0.9, 1.1, 0, 0.7, 0.02, 0.8, 1.2, 0, 0.5, 0.9, 0, 0.6, 1, 0.05, 0.8, 0.7, 0, 1.1, 0.6, 0.9,
  ];
  const nodding = [6, 0, 8, 5, 0.1, 7, 0, 4, 9, 0, 6, 7, 0.1, 5, 8, 0, 6, 4, 0, 7, 6, 5];
  assert.equal(longestHalt(changesOf([...calm, ...calm, ...calm], 83)), 0);
  assert.ok(longestHalt(changesOf([...nodding, ...calm, ...nodding], 83)) < 500);
});

test('one still frame between two that move is no halt', () => {
  assert.equal(longestHalt(changesOf([3, 0, 4, 5, 0, 3], 83)), 0);
});

test('too few changes say nothing', () => {
  assert.equal(longestHalt(changesOf([0, 0], 83)), 0);
  assert.equal(longestHalt([]), 0);
});
