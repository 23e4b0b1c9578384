import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDigitOf, isCommonForm } from './number.ts';

test("ICAO's own worked examples have the check digits that it prints", () => {
  assert.equal(checkDigitOf('520727'), '3');
  assert.equal(checkDigitOf('AB2134<<<'), '5');
  assert.equal(checkDigitOf('L898902C3'), '6');
});

test('O and 0, I and 1, S and 5, B and 8, Z and 2 are told apart by the check digit', () => {
  for (const [letter, digit] of ['O0', 'I1', 'S5', 'B8', 'Z2'].map((pair) => [...pair])) {
    assert.notEqual(checkDigitOf(`12${letter}456789`), checkDigitOf(`12${digit}456789`));
  }
});

test('common forms of passport numbers are known, odd ones are not', () => {
  for (const number of ['E12345678', 'EA1234567', 'P1234567A', '123456789']) assert.ok(isCommonForm(number));
  assert.equal(isCommonForm('P12O4567A'), false);
});
