import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDigitOf, isCitizenNumber } from './number.ts';

test('the number of the API documentation holds', () => assert.ok(isCitizenNumber('3102001968756')));

test('any single wrong digit is noticed, but for the one pair that the rule itself cannot tell apart', () => {
  const number = '3102001968756';
  for (let place = 0; place < 13; place++) {
    for (let digit = 0; digit <= 9; digit++) {
      const changed = number.slice(0, place) + digit + number.slice(place + 1);
      if (changed === number) continue;
      // Remainders 0 and 10 share the check digit 1.
      if (isCitizenNumber(changed)) assert.equal(changed[12], number[12]);
    }
  }
});

test('numbers that begin with 0 or 9 are refused', () => {
  assert.equal(isCitizenNumber(`012345678901${checkDigitOf('012345678901')}`), false);
  assert.equal(isCitizenNumber(`912345678901${checkDigitOf('912345678901')}`), false);
});
