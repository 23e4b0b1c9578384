import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, isMalaysianNumber } from './number.ts';

test('a number holds by its day and its place of birth, and has no check digit to hold by', () => {
  assert.ok(isMalaysianNumber('710716-08-6085'));
  assert.ok(isMalaysianNumber('000229-14-0001'), '2000 had a 29 February');
  for (const wrong of [
    '710732-08-6085',
    '711316-08-6085',
    '710716-00-6085',
    '710716-70-6085',
    '7107160-8-6085',
  ]) {
    assert.equal(isMalaysianNumber(wrong), false, wrong);
  }
});

test('the century is the latest that is not to come, and the last digit tells the sex', () => {
  assert.deepEqual(factsOf('710716-08-6085', 2026), {
    birth: { year: 1971, month: 7, day: 16 },
    sex: 'LELAKI',
  });
  assert.equal(factsOf('140101-10-0002', 2026).birth.year, 2014);
  assert.equal(factsOf('140101-10-0002', 2026).sex, 'PEREMPUAN');
  assert.equal(factsOf('270101-10-0002', 2026).birth.year, 1927);
});
