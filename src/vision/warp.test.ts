import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RgbImage } from './image.ts';
import { fitSimilarity, warpImage } from './warp.ts';

/** 16 x 12 of unlike pixels. */
const noise: RgbImage = {
  width: 16,
  height: 12,
  data: Uint8Array.from({ length: 16 * 12 * 3 }, (_, at) => (at * 7919) % 251),
};

test('points that were turned, scaled and shifted are found to be so', () => {
  const points = [
    { x: 3, y: 4 },
    { x: 10, y: -2 },
    { x: 7, y: 9 },
  ];
  const known = { a: 1.2, b: -0.7, shiftX: 5, shiftY: -3 };
  const moved = points.map(({ x, y }) => ({
    x: known.a * x - known.b * y + known.shiftX,
    y: known.b * x + known.a * y + known.shiftY,
  }));
  const found = fitSimilarity(points, moved);
  for (const key of ['a', 'b', 'shiftX', 'shiftY'] as const)
    assert.ok(Math.abs(found[key] - known[key]) < 1e-9, key);
});

test('points that do not quite fit are met in the least squares, without skew', () => {
  const from = [
    { x: 0, y: 0 },
    { x: 2, y: 0 },
    { x: 0, y: 2 },
    { x: 2, y: 2 },
  ];
  const found = fitSimilarity(from, [{ x: -1, y: 0 }, ...from.slice(1)]);
  assert.ok(found.a > 1 && found.a < 1.2 && Math.abs(found.b) < 0.2);
});

test('a warp that moves nothing gives the image back', () => {
  assert.deepEqual(Array.from(warpImage(noise, { a: 1, b: 0, shiftX: 0, shiftY: 0 }, 16, 12), Math.round), [
    ...noise.data,
  ]);
});

test('a quarter turn puts each pixel exactly where it belongs', () => {
  // x' = 16 - y, y' = x: the output's rows are the source's columns from the right.
  const turned = warpImage(noise, { a: 0, b: 1, shiftX: 16, shiftY: 0 }, 12, 16);
  for (const [x, y] of [
    [0, 0],
    [5, 3],
    [11, 15],
  ] as const) {
    const at = 3 * (x * 16 + 15 - y);
    assert.equal(Math.round(turned[3 * (y * 12 + x)] as number), noise.data[at]);
  }
});

test('shrinking averages instead of skipping', () => {
  const half = warpImage(noise, { a: 2, b: 0, shiftX: 0, shiftY: 0 }, 8, 6);
  const mean = (0 + noise.data[3]! + noise.data[48]! + noise.data[51]! + noise.data[0]!) / 4;
  assert.ok(Math.abs((half[0] as number) - mean) < 1e-3);
});

test('beyond the image is black, and the edge fades into it', () => {
  const shifted = warpImage(noise, { a: 1, b: 0, shiftX: 15.5, shiftY: 0 }, 3, 1);
  assert.ok(Math.abs((shifted[0] as number) - (noise.data[45] as number) / 2) < 1e-3);
  assert.deepEqual([...shifted.subarray(3)], [0, 0, 0, 0, 0, 0]);
});
