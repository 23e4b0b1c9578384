import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Corners, inverseOf, perspectiveOnto, project, turnedOver } from './perspective.ts';

const corners: Corners = [
  { x: 310, y: 205 },
  { x: 1490, y: 260 },
  { x: 1420, y: 1120 },
  { x: 250, y: 1010 },
];
const square = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

function isNear(found: { x: number; y: number }, wanted: { x: number; y: number }): void {
  assert.ok(Math.hypot(found.x - wanted.x, found.y - wanted.y) < 1e-9, JSON.stringify([found, wanted]));
}

test('the unit square comes to lie on the four corners', () => {
  const onto = perspectiveOnto(corners);
  for (const [at, { x, y }] of square.entries()) isNear(project(onto, x, y), corners[at]!);
});

test('the way back leads from any place of the photo to where it came from', () => {
  const onto = perspectiveOnto(corners);
  const back = inverseOf(onto);
  for (const [at, { x, y }] of corners.entries()) isNear(project(back, x, y), square[at]!);
  for (const place of [
    { x: 0.5, y: 0.5 },
    { x: 0.1, y: 0.9 },
    { x: -0.2, y: 1.3 },
  ]) {
    const seen = project(onto, place.x, place.y);
    isNear(project(back, seen.x, seen.y), place);
  }
});

test('a card turned over twice lies as before', () => {
  assert.deepEqual(turnedOver(turnedOver(corners)), corners);
});
