import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PlanarPicture, planarBytes } from './planar-picture.ts';

/** 3 x 3 pixels, so that the last row and column stand alone: luma rising by 20, colour as given for each 2 x 2. */
function picture(u: number, v: number, matrix: 'bt601' | 'bt709') {
  const planes = new Uint8Array(planarBytes(3, 3)).fill(128);
  for (let at = 0; at < 9; at++) planes[at] = 20 * at;
  planes[9] = u;
  planes[13] = v;
  return new PlanarPicture(0, 3, 3, planes, matrix);
}

test('nine pixels take nine bytes of luma and two times four of colour', () => {
  assert.equal(planarBytes(3, 3), 17);
});

test('without colour the picture is its luma in all three', () => {
  const { data, luma } = picture(128, 128, 'bt601');
  assert.deepEqual(
    [...data],
    [...luma].flatMap((value) => [value, value, value]),
  );
});

test('colour belongs to its two by two pixels and to no other', () => {
  const { data } = picture(128, 178, 'bt601');
  const redder = Array.from({ length: 9 }, (_, at) => data[3 * at]! > 20 * at);
  assert.deepEqual(redder, [true, true, false, true, true, false, false, false, false]);
});

test('the matrix of the stream is the one that is undone', () => {
  // Luma 80 at the fifth pixel; U 20 below the middle, V 50 above.
  const pixel = (matrix: 'bt601' | 'bt709') => [...picture(108, 178, matrix).data.subarray(12, 15)];
  assert.deepEqual(pixel('bt601'), [150, 51, 45]);
  assert.deepEqual(pixel('bt709'), [159, 60, 43]);
});

test('values that no screen can show stop at black and white', () => {
  assert.equal(picture(128, 0, 'bt601').data[0], 0);
  assert.equal(picture(255, 128, 'bt709').data[14], 255);
});

test('half the picture is the mean of four pixels in their colour, and leaves an odd edge out', () => {
  const { width, height, data } = picture(128, 178, 'bt601').half;
  // Luma 0, 20, 60 and 80; V 50 above the middle.
  assert.deepEqual([width, height, ...data], [1, 1, 110, 4, 40]);
});

test('one pixel of the half picture is the same as in all of it, at every clamp', () => {
  for (const [u, v] of [
    [128, 178],
    [0, 255],
    [255, 0],
  ] as const) {
    const one = picture(u, v, 'bt709');
    const [red, green, blue] = one.half.data;
    assert.equal(one.halfColorAt(0, 0), (red! << 16) | (green! << 8) | blue!);
  }
});
