import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLetterOf, isIdentityNumber } from './number.ts';

test('the number of the API documentation holds', () => assert.ok(isIdentityNumber('S7033777J')));

test('each series has its own check letter for the same digits', () => {
  const letters = ['S', 'T', 'F', 'G', 'M'].map((first) => checkLetterOf(`${first}1234567`));
  assert.deepEqual(letters, ['D', 'J', 'N', 'X', 'K']);
});

test('any single wrong digit is noticed', () => {
  const number = 'S7033777J';
  for (let place = 1; place < 8; place++) {
    for (let digit = 0; digit <= 9; digit++) {
      const changed = number.slice(0, place) + digit + number.slice(place + 1);
      assert.equal(isIdentityNumber(changed), changed === number, changed);
    }
  }
});

test('another first letter has no check letter at all', () => {
  assert.equal(checkLetterOf('A1234567'), undefined);
  assert.equal(isIdentityNumber('A1234567D'), false);
});
