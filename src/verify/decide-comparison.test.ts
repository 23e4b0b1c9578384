import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultCodes } from '../result-codes.ts';
import { compareFaces } from './compare.ts';
import { decideComparison } from './decide-comparison.ts';
import { noEvidence } from './evidence.ts';
import type { Portrait } from './portrait.ts';
import { namedScale } from './similarity.ts';

const poor: Portrait = {
  ok: true,
  embedding: Float32Array.of(1, 0),
  strength: 3.6,
  faceHeightPixels: 70,
  sharpness: 1.7,
  brightness: 130,
  contrast: 40,
  blockiness: 2.5,
  turnedDegrees: 10,
  isGrey: false,
  otherPersons: 0,
};

function decide(degreesApart: number, portrait = poor) {
  const angle = (degreesApart * Math.PI) / 180;
  const frame = Float32Array.of(Math.cos(angle), Math.sin(angle));
  const comparison = compareFaces(portrait.embedding, [frame], namedScale('default'));
  return decideComparison({ ...noEvidence, portrait, comparison });
}

test('a low similarity with a poor photo says both, and the photo does not refuse', () => {
  const { compareCode, reasons } = decide(70);
  assert.equal(compareCode, resultCodes.similarityTooLow);
  assert.deepEqual(
    reasons.map(({ id, refuses }) => [id, refuses]),
    [
      ['compare.unlike', true],
      ['photo.small-face', false],
    ],
  );
});

test('a match with a poor photo passes, and the photo is still noted', () => {
  const { compareCode, reasons } = decide(20);
  assert.equal(compareCode, resultCodes.success);
  assert.deepEqual(
    reasons.map(({ id }) => id),
    ['photo.small-face'],
  );
});

test('a comparison that was not reached has no code', () => {
  assert.deepEqual(decideComparison(noEvidence), { compareCode: null, reasons: [] });
});

test('a photo whose face is gone by the time of judging is told apart from one that cannot be read', () => {
  const of = (problem: 'no-face' | 'not-an-image') =>
    decideComparison({ ...noEvidence, portrait: { ok: false, problem, text: 'x' } }).compareCode;
  assert.equal(of('no-face'), resultCodes.photoWithoutFace);
  assert.equal(of('not-an-image'), resultCodes.photoUnreadable);
});
