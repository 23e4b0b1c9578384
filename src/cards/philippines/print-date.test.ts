import assert from 'node:assert/strict';
import { test } from 'node:test';
import { philippineDates } from './print-date.ts';

const printed = (text: string) => philippineDates(text).map((date) => date.printed);

test('dates come as printed: spaces of print put back, the order of the parts left alone', () => {
  assert.deepEqual(printed('August17,1972'), ['August 17, 1972']);
  assert.deepEqual(printed('JANUARY 02 , 1990'), ['JANUARY 02, 1990']);
  assert.deepEqual(printed('PHL M 1987/10/04 70'), ['1987/10/04']);
  assert.deepEqual(printed('01 / 09 / 1990'), ['01/09/1990']);
});

test('a month is spelt right, and letters for digits are digits', () => {
  assert.deepEqual(printed('SEPTEMBFR l2, 199O'), ['SEPTEMBER 12, 1990']);
  assert.deepEqual(printed('Ju1y 7, 1980'), ['July 7, 1980']);
});

test('month first is what a date of two low numbers means', () => {
  const [date] = philippineDates('03/04/1990');
  assert.deepEqual([date?.month, date?.day], [3, 4]);
});

test('a slash that was read as a digit is a slash again, where the other one tells', () => {
  assert.deepEqual(printed('06/3071979'), ['06/30/1979']);
  assert.deepEqual(printed('1976/07124'), ['1976/07/24']);
  assert.deepEqual(printed('1976707/24'), ['1976/07/24']);
  assert.deepEqual(printed('12345671979'), []);
});

test('October whose first letter was read as a nought is spelt right', () => {
  assert.equal(philippineDates('0ctober 24, 1974')[0]?.printed, 'October 24, 1974');
});
