import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeTexture } from './decide-texture.ts';
import { textureThresholds } from './thresholds-texture.ts';

const skin = {
  pattern: { strength: 2.3, periodPixels: 4 },
  gamut: { spread: 6, black: 12 },
  outline: { share: 0, sides: 0 },
};
const refusals = (texture: Parameters<typeof judgeTexture>[0]) =>
  judgeTexture(texture).flatMap(({ id, refuses, code }) => (refuses ? [[id, code]] : []));

test('a face as the strongest of the bona fide ones is not refused', () => {
  assert.deepEqual(judgeTexture(skin), []);
});

test('a lattice over the face is refused with 1002', () => {
  const strength = textureThresholds.latticeMost.value;
  assert.deepEqual(refusals({ ...skin, pattern: { strength, periodPixels: 2.4 } }), [
    ['screen.pattern', 1002],
  ]);
});

test('a border round the face in half of the frames is refused with 1002, in fewer it is written down', () => {
  const bordered = (share: number) => judgeTexture({ ...skin, outline: { share, sides: 4 } });
  assert.deepEqual(
    [1, 0.5, 0.34].map((share) => bordered(share).map(({ id, refuses, code }) => [id, refuses, code])),
    [[['screen.outline', true, 1002]], [['screen.outline', true, 1002]], [['screen.outline', false, 0]]],
  );
});

test('what could not be measured neither refuses nor is noted', () => {
  assert.deepEqual(judgeTexture(null), []);
  assert.deepEqual(judgeTexture({ pattern: null, gamut: null, outline: null }), []);
});
