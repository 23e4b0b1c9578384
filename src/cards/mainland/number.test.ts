import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, isCitizenNumber } from './number.ts';

// The standard's own worked examples (GB 11643-1999, annex A).
for (const number of ['11010519491231002X', '440524188001010014']) {
  test(`the standard's example ${number} holds`, () => assert.ok(isCitizenNumber(number)));
}

test('any single wrong digit is noticed', () => {
  const number = '11010519491231002X';
  for (let place = 0; place < 17; place++) {
    for (let digit = 0; digit <= 9; digit++) {
      const changed = number.slice(0, place) + digit + number.slice(place + 1);
      assert.equal(isCitizenNumber(changed), changed === number, changed);
    }
  }
});

test('a day that never was is refused, whatever the check character says', () => {
  assert.equal(isCitizenNumber('110105194902310021'), false);
});

test('a province that does not exist is refused', () => {
  assert.equal(isCitizenNumber('990105194912310028'), false);
});

test('birth date and sex are read from their places', () => {
  assert.deepEqual(factsOf('11010519491231002X'), { year: 1949, month: 12, day: 31, sex: '女' });
  assert.equal(factsOf('440524188001010014').sex, '男');
});
