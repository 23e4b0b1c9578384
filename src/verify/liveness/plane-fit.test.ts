import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Point } from '../../vision/geometry.ts';
import { fitHomography } from './plane-fit.ts';

const points: readonly Point[] = [
  { x: 10, y: 20 },
  { x: 110, y: 25 },
  { x: 60, y: 80 },
  { x: 20, y: 140 },
  { x: 100, y: 150 },
  { x: 61, y: 119 },
];

const seenFromAside = ({ x, y }: Point): Point => {
  const depth = 1 + 0.0011 * x - 0.0004 * y;
  return { x: (1.1 * x + 0.2 * y + 30) / depth, y: (-0.1 * x + 0.9 * y + 12) / depth };
};

test('a sheet seen from elsewhere is laid flat to the last fraction of a pixel', () => {
  const map = fitHomography(points.map(seenFromAside), points);
  for (const point of points) {
    const { x, y } = map(seenFromAside(point));
    assert.ok(Math.hypot(x - point.x, y - point.y) < 1e-6, `${x},${y}`);
  }
});

test('a point that left the plane stays off the plane', () => {
  const moved = points
    .map(seenFromAside)
    .map((point, at) => (at === 2 ? { x: point.x + 20, y: point.y } : point));
  const map = fitHomography(moved, points);
  const worst = Math.max(
    ...moved.map((point, at) => {
      const { x, y } = map(point);
      return Math.hypot(x - points[at]!.x, y - points[at]!.y);
    }),
  );
  assert.ok(worst > 3, `${worst}`);
});

test('points on one line are refused rather than fitted to nonsense', () => {
  const line = [0, 1, 2, 3, 4].map((at) => ({ x: at, y: 2 * at }));
  assert.throws(() => fitHomography(line, line), /do not span a plane/);
});
