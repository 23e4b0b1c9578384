import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeTexture } from './decide-texture.ts';
import { textureThresholds } from './thresholds-texture.ts';

const skin = {
  pattern: { strength: 2.3, periodPixels: 4 },
  gamut: { spread: 6, black: 12 },
  edges: { share: 0, wander: 0 },
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

test('edges that frame the face and move with it are written down, and refuse nothing', () => {
  const framed = judgeTexture({ ...skin, edges: { share: 1, wander: 0.01 } });
  assert.deepEqual(
    framed.map(({ id, refuses }) => [id, refuses]),
    [['screen.framed', false]],
  );
  assert.deepEqual(judgeTexture({ ...skin, edges: { share: 1, wander: 0.2 } }), []);
});

test('what could not be measured neither refuses nor is noted', () => {
  assert.deepEqual(judgeTexture(null), []);
  assert.deepEqual(judgeTexture({ pattern: null, gamut: null, edges: null }), []);
});
