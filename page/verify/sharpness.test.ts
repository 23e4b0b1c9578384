import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { oval } from './oval-place.ts';
import { createBlurWatch, sharpnessOf, sharpnessSize } from './sharpness.ts';

const { width, height } = sharpnessSize;

type Grey = (x: number, y: number) => number;

function frame(grey: Grey): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const value = grey(x, y);
      rgba.set([value, value, value, 255], 4 * (y * width + x));
    }
  return rgba;
}

/** Brows, eyes and mouth, so to say: bars whose rims are `rimPixels` wide. */
const bars =
  (rimPixels: number): Grey =>
  (_x, y) =>
    120 + 60 * Math.tanh(Math.sin((2 * Math.PI * y) / 40) * (20 / Math.PI / rimPixels));

describe('how sharp a picture is', () => {
  const sharp = sharpnessOf(frame(bars(1)));

  test('is less, the wider the rims in it are', () => {
    const all = [1, 2, 4, 8].map((rim) => sharpnessOf(frame(bars(rim))));
    assert.deepEqual(
      all,
      [...all].sort((one, other) => other - one),
    );
    assert.ok(all[0]! > 10 * all[3]!);
  });

  test('is the same in half the light', () => {
    const dim = sharpnessOf(frame((x, y) => bars(1)(x, y) / 2));
    assert.ok(Math.abs(dim / sharp - 1) < 0.1, `${dim} beside ${sharp}`);
  });

  test('does not count what is sharp beside the face', () => {
    const isBeside = (x: number) => Math.abs(x / width - oval.centreX) > oval.radiusX;
    const soft = sharpnessOf(frame(bars(8)));
    assert.equal(sharpnessOf(frame((x, y) => (isBeside(x) ? bars(1) : bars(8))(x, y))), soft);
  });

  test('of a covered lens is none, not an error', () => {
    assert.equal(sharpnessOf(frame(() => 30)), 0);
  });
});

describe('an unsharp picture', () => {
  const [soft, sharp] = [0.001, 0.1];

  test('is told of after three looks in a row, not for a face that moved', () => {
    const isUnsharp = createBlurWatch();
    assert.deepEqual([soft, soft, sharp, soft, soft, soft, soft].map(isUnsharp), [
      ...[false, false, false],
      ...[false, false, true, true],
    ]);
  });

  test('is forgotten at the first sharp look', () => {
    const isUnsharp = createBlurWatch();
    assert.deepEqual([soft, soft, soft, sharp].map(isUnsharp), [false, false, true, false]);
  });
});
