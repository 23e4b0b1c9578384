import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  drawPeople,
  fmrAt,
  fnmrAt,
  fnmrPerPerson,
  type KnownFace,
  measure,
  pairAll,
  thresholdAt,
} from './error-rates.ts';

/** A face at an angle on the unit circle, so that cosines are known. */
function at(degrees: number, person: string, file = `${person}${degrees}`): KnownFace {
  const angle = (degrees * Math.PI) / 180;
  return { file, person, embedding: Float32Array.of(Math.cos(angle), Math.sin(angle), 0, 0) };
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

/** 60 people around the circle, 6 degrees apart, with two photos 1 degree apart; the first has four. */
const circle = [
  ...Array.from({ length: 60 }, (_, person) => [
    at(6 * person, `p${person}`),
    at(6 * person + 1, `p${person}`),
  ]).flat(),
  at(0.5, 'p0'),
  at(20, 'p0'),
];

test('every pair is either genuine or of two people', () => {
  const pairs = pairAll(circle);
  assert.equal(pairs.genuine.length, 59 + 6);
  assert.equal(pairs.genuine.length + pairs.impostorCount, (circle.length * (circle.length - 1)) / 2);
  assert.equal(pairs.photosOf.length, 60);
});

test('the false match rate counts pairs at or above the cosine', () => {
  const pairs = pairAll(circle);
  const known = pairs.alike.filter((pair) => pair.cosine >= cosine(3)).length;
  assert.ok(known > 0);
  assert.equal(fmrAt(cosine(3), pairs), known / pairs.impostorCount);
  const threshold = thresholdAt(0.01, pairs);
  assert.ok(pairs.alike.filter((pair) => pair.cosine > threshold).length <= 0.01 * pairs.impostorCount);
  assert.ok(fmrAt(threshold, pairs) > 0.01);
});

test('a rate that was not kept is an error, not a guess', () => {
  const pairs = pairAll(circle);
  assert.throws(() => fmrAt(pairs.floor - 0.1, pairs), /not kept/);
});

test('the false non-match rate counts pairs below; each person may count once instead of each pair', () => {
  const pairs = pairAll(circle);
  // The photo at 20 degrees misses the three others of p0; the 59 pairs of the others are all close.
  assert.equal(fnmrAt(cosine(5), pairs), 3 / 65);
  assert.ok(Math.abs(fnmrPerPerson(cosine(5), pairs) - 0.5 / 60) < 1e-9);
});

test('the interval is drawn over people, so one person with many bad photos widens it', () => {
  const pairs = pairAll(circle);
  const { value, low, high } = measure(
    (set, draw) => fnmrAt(cosine(5), set, draw),
    pairs,
    drawPeople(pairs, 200),
  );
  assert.equal(value, 3 / 65);
  assert.equal(low, 0);
  assert.ok(high > 0.08, `${high}`);
});

test('a bootstrap draws as many people as there are, and the same ones every time', () => {
  const pairs = pairAll(circle);
  const draws = drawPeople(pairs, 5);
  for (const draw of draws)
    assert.equal(
      draw.reduce((sum, count) => sum + count, 0),
      60,
    );
  assert.deepEqual(draws, drawPeople(pairs, 5));
  assert.notDeepEqual(draws[0], draws[1]);
});

test('a person drawn twice is no impostor of herself', () => {
  const pairs = pairAll([at(0, 'a'), at(90, 'b'), at(180, 'c')]);
  const onlyA = pairs.photosOf.map((_, person) => (person === 0 ? 3 : 0));
  assert.ok(Number.isNaN(fmrAt(0.99, pairs, onlyA)));
});
