import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed, textLine } from '../../test/support/card-page.ts';
import { type NumberForm, numberIn, searchNumber } from './number-search.ts';
import { isCitizenNumber } from './thailand/number.ts';

const form: NumberForm = { pattern: '9999999999999', holds: isCitizenNumber, alphabet: '0123456789' };

test('a number is found with its groups, glued to its label, and with letters for digits', () => {
  for (const text of ['3 1020 01968 75 6', 'Number3102001968756', '3 1O20 0I968 75 6', '3-1020-01968-75-6']) {
    const found = numberIn([textLine(printed(text, 0, 0))], form);
    assert.equal(found?.number, '3102001968756', text);
    assert.equal(found?.holds, true);
  }
});

test('a longer row of digits holds no shorter number', () => {
  assert.equal(numberIn([textLine(printed('31020019687561', 0, 0))], form), null);
});

test('a word is no number', () => {
  assert.equal(numberIn([textLine(printed('SOLIDOLSOSIZO', 0, 0))], form), null);
});

test('a number that fails is looked at again, and the reading that holds is taken', async () => {
  const again = () => [printed('3 1020 01968 75 6', 0, 0)];
  const page = cardPage([printed('3 1020 01968 75 9', 100, 100)], { again });
  const found = await searchNumber(page, form);
  assert.deepEqual([found?.number, found?.holds], ['3102001968756', true]);
});

test('a number that fails twice is given as read and does not hold', async () => {
  const found = await searchNumber(cardPage([printed('3 1020 01968 75 9', 100, 100)]), form);
  assert.deepEqual([found?.number, found?.holds], ['3102001968759', false]);
});

test('an unsure number that a second look reads as another one is contested', async () => {
  // The third digit has weight 11 in a sum modulo 11: the check digit does not see it.
  const again = () => [printed('3 1820 01968 75 6', 0, 0)];
  const page = cardPage([printed('3 1020 01968 75 6', 100, 100, 30, 0.8)], { again });
  assert.equal((await searchNumber(page, form))?.isContested, true);
});
