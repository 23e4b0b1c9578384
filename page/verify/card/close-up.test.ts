import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { closeUpOf } from './close-up.ts';

const phone = { width: 1000, height: 2000 };
const cornersOf = (left: number, top: number, right: number, bottom: number) => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

describe('the close-up of a card in its photo', () => {
  test('holds the card with a little room around it', () => {
    const part = closeUpOf(phone, cornersOf(200, 900, 700, 1200));
    assert.deepEqual(part, { x: 180, y: 880, width: 540, height: 340 });
  });

  test('holds a card that lies askew', () => {
    const askew = [
      { x: 200, y: 950 },
      { x: 680, y: 900 },
      { x: 700, y: 1180 },
      { x: 220, y: 1200 },
    ];
    assert.deepEqual(closeUpOf(phone, askew), closeUpOf(phone, cornersOf(200, 900, 700, 1200)));
  });

  test('ends where the picture ends', () => {
    const part = closeUpOf(phone, cornersOf(-30, 900, 1000, 1500));
    assert.deepEqual([part.x, part.width], [0, 1000]);
  });

  test('is the whole picture where nothing is known of it', () => {
    const whole = { x: 0, y: 0, ...phone };
    assert.deepEqual(closeUpOf(phone, null), whole);
    assert.deepEqual(closeUpOf(phone, []), whole);
    assert.deepEqual(closeUpOf(phone, cornersOf(3000, 4000, 3500, 4300)), whole);
  });
});
