import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cropToGrey, cropToPlanes, evenFormat, toPlanes } from './crop.ts';
import type { RgbImage } from './image.ts';

const plain = evenFormat('rgb', 0, 1);

/** 8 x 6, red grows to the right by 20, green downwards by 30, blue is 7. */
const slope: RgbImage = {
  width: 8,
  height: 6,
  data: Uint8Array.from({ length: 8 * 6 * 3 }, (_, at) => {
    const place = Math.floor(at / 3);
    return [20 * (place % 8), 30 * Math.floor(place / 8), 7][at % 3] as number;
  }),
};

function assertNear(actual: ArrayLike<number>, expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  for (const [at, value] of expected.entries()) {
    assert.ok(Math.abs((actual[at] as number) - value) < 1e-3, `${Array.from(actual)} is not ${expected}`);
  }
}

test('the whole image at its own size comes out as it was, plane by plane', () => {
  const planes = cropToPlanes(slope, { left: 0, top: 0, right: 8, bottom: 6 }, 8, 6, plain);
  for (let at = 0; at < 48; at++) {
    assert.deepEqual(
      [planes[at], planes[48 + at], planes[96 + at]],
      [...slope.data.subarray(3 * at, 3 * at + 3)],
    );
  }
});

test('shrinking takes the mean of all pixels that a place covers, not of a few', () => {
  const planes = cropToPlanes(slope, { left: 0, top: 0, right: 8, bottom: 6 }, 2, 2, plain);
  assertNear(planes, [30, 110, 30, 110, 30, 30, 120, 120, 7, 7, 7, 7]);
});

test('a shrink by a broken factor still weighs every pixel by the share it covers', () => {
  const planes = cropToPlanes(slope, { left: 0, top: 0, right: 8, bottom: 6 }, 3, 1, plain);
  // 8 / 3 pixels each: 0, 1 and two thirds of 2, and so on.
  assertNear(planes.subarray(0, 3), [
    (0 + 20 + (2 / 3) * 40) / (8 / 3),
    70,
    140 - (0 + 20 + (2 / 3) * 40) / (8 / 3),
  ]);
});

test('enlarging draws straight lines between pixels', () => {
  const planes = cropToPlanes(slope, { left: 2, top: 2, right: 4, bottom: 3 }, 4, 1, plain);
  assertNear(planes.subarray(0, 4), [35, 45, 55, 65]);
});

test('what lies outside the image is black', () => {
  const planes = cropToPlanes(slope, { left: -4, top: 0, right: 4, bottom: 6 }, 2, 1, plain);
  assertNear(planes, [0, 30, 0, 75, 0, 7]);
  assert.ok(
    cropToPlanes(slope, { left: 50, top: 50, right: 60, bottom: 60 }, 2, 2, plain).every(
      (value) => value === 0,
    ),
  );
});

test('BGR swaps the planes, and each colour keeps its own mean', () => {
  const format = {
    order: 'bgr',
    mean: { red: 1, green: 2, blue: 3 },
    deviation: { red: 1, green: 2, blue: 4 },
  } as const;
  const box = { left: 3, top: 2, right: 4, bottom: 3 };
  assertNear(cropToPlanes(slope, box, 1, 1, format), [(7 - 3) / 4, (60 - 2) / 2, 60 - 1]);
  assertNear(toPlanes(Float32Array.of(60, 60, 7), format), [(7 - 3) / 4, (60 - 2) / 2, 60 - 1]);
});

test('grey is luma as television weighs it', () => {
  assertNear(cropToGrey(slope, { left: 3, top: 2, right: 4, bottom: 3 }, 1, 1), [
    0.299 * 60 + 0.587 * 60 + 0.114 * 7,
  ]);
});
