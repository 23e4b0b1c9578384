import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOnCard } from './card-place.ts';

const corners = [
  { x: 100, y: 80 },
  { x: 900, y: 140 },
  { x: 860, y: 600 },
  { x: 60, y: 640 },
];

test('the four corners are where they are, and straight lines stay straight', () => {
  const place = placeOnCard(corners);
  for (const [at, [x, y]] of [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ].entries()) {
    const found = place(x as number, y as number);
    assert.ok(Math.hypot(found.x - corners[at]!.x, found.y - corners[at]!.y) < 1e-6);
  }
  const [from, middle, to] = [place(0, 0.3), place(0.5, 0.3), place(1, 0.3)];
  const turn = (middle!.x - from!.x) * (to!.y - from!.y) - (middle!.y - from!.y) * (to!.x - from!.x);
  assert.ok(Math.abs(turn) < 1e-6);
});
