import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutesAndSeconds, secondsLeft } from './time-left.ts';

test('a time is written as clocks write it', () => {
  assert.equal(minutesAndSeconds(300), '5:00');
  assert.equal(minutesAndSeconds(65), '1:05');
  assert.equal(minutesAndSeconds(9), '0:09');
});

test('a countdown begins at the whole time and ends at nought, not below', () => {
  assert.equal(secondsLeft(4000, 0), 4);
  assert.equal(secondsLeft(4000, 1), 4);
  assert.equal(secondsLeft(4000, 1000), 3);
  assert.equal(secondsLeft(4000, 3999), 1);
  assert.equal(secondsLeft(4000, 4000), 0);
  assert.equal(secondsLeft(4000, 60_000), 0);
});
