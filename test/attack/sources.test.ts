import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasSources } from './lab.ts';
import { placeInSet } from './sources.ts';
import { levels } from './species.ts';

const skip = hasSources() ? false : 'no clips and photos beside the checkout';

test('a species at its five levels shows photos of hundreds of people', { skip }, () => {
  const places = levels.flatMap((level) => Array.from({ length: 150 }, (_, at) => placeInSet(at, level)));
  const people = new Set(places).size;
  assert.ok(people >= 300, `${people} people`);
});

test('levels show the same people in their first recordings, so that they can be compared', { skip }, () => {
  const first = (level: (typeof levels)[number]) =>
    Array.from({ length: 75 }, (_, at) => placeInSet(at, level));
  for (const level of levels) assert.deepEqual(first(level), first(1));
});
