import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failingChecks } from './mrz-check.ts';
import { td1, td3 } from './mrz-format.ts';
import { repairMrz } from './mrz-repair.ts';

// ICAO 9303 part 4, appendix B: the specimen of Utopia.
const utopia = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
];

test('the specimen of ICAO 9303 holds', () => {
  assert.deepEqual(failingChecks(td3, utopia), []);
});

test('a line that lost the letter before its number fails by its state, though the check digit holds by chance', () => {
  const whole = [
    'I<JPNX5345113E3<<<<<<<<<<<<<<<',
    '9001017F3001012JPN<<<<<<<<<<<0',
    'TANAKA<<YUI<<<<<<<<<<<<<<<<<<<',
  ];
  const shifted = [`I<<${(whole[0] as string).slice(2).replace('X', '')}`, ...whole.slice(1)];
  assert.ok(!failingChecks(td1, shifted).includes('number'));
  assert.ok(failingChecks(td1, shifted).includes('issuer'));
});

test('of a state that is none, one letter away from the other one of the zone, it is made that', () => {
  const misread = [utopia[0] as string, (utopia[1] as string).replace('UTO', 'UTQ')];
  const { lines, isRepaired } = repairMrz(td3, misread);
  assert.deepEqual([lines, isRepaired], [utopia, true]);
  const other = [utopia[0] as string, (utopia[1] as string).replace('UTO', 'XQZ')];
  assert.deepEqual(failingChecks(td3, repairMrz(td3, other).lines), ['nationality']);
});

test('a sex that no zone can hold is the letter that it looks like', () => {
  const misread = [utopia[0] as string, (utopia[1] as string).replace('2F12', '2E12')];
  assert.deepEqual(repairMrz(td3, misread).lines, utopia);
});
