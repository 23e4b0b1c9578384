import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitTemplate } from './number-template.ts';

const value = (text: string, template: string) => fitTemplate(text, template)?.value ?? null;

test('a number is found within a line, its separators read, misread or lost', () => {
  const cases = [
    'N03-12-123456',
    'No. N03 12-123456 2028/10/04',
    'N03—12 - 123456',
    'N0312123456',
    'N03-12-123456N03',
  ];
  for (const text of cases.slice(0, 4)) assert.equal(value(text, 'A00-00-000000'), 'N03-12-123456', text);
  assert.equal(value(cases[4]!, 'A00-00-000000'), null, 'letters run on');
});

test('signs that look like one digit only are repaired, and counted', () => {
  assert.deepEqual(fitTemplate('O2-7654321-0', '00-0000000-0'), {
    value: '02-7654321-0',
    repairs: 1,
    start: 0,
    end: 12,
  });
  assert.equal(value('003-12-123456', 'A00-00-000000'), null, 'a 0 for a letter may be O, D or Q');
});

test('a word is not a number, however it looks', () => {
  assert.equal(value('SOLDIO-IOOOO-O', '00-0000000-0'), null);
  assert.equal(value('BILBO-SOLO', '000-000-000'), null);
});

test('a longer number does not hold a shorter one', () => {
  assert.equal(value('0111-2345678-9', '00-0000000-0'), null);
  assert.equal(value('CRN-0111-2345678-9', '00-0000000-0'), null);
  assert.equal(value('123-456-789-000', '000-000-000'), null);
  assert.equal(value('09171234567', '000-000-000'), null);
});

test('a letter of the template itself must stand there', () => {
  assert.equal(value('CRN-0111-2345678-9', 'crn-0000-0000000-0'), 'CRN-0111-2345678-9');
  assert.equal(value('CRN 0111 2345678 9', 'crn-0000-0000000-0'), 'CRN-0111-2345678-9');
  assert.equal(value('XYZ-0111-2345678-9', 'crn-0000-0000000-0'), null);
});

test('blanks within a number are passed over where its separators were read', () => {
  assert.equal(value('35-1 1 53993-7', '00-0000000-0'), '35-1153993-7');
  assert.equal(value('3 51153993-7', '00-0000000-0'), null);
});

test('a letter that was read as a digit is the one that looks most like it, where the form says so', () => {
  assert.equal(value('7404-0969B-11697R0L10000', '0000-0000@-@0000@@@00000'), '7404-0969B-I1697ROL10000');
});
