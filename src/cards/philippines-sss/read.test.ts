import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed, type WrittenLine } from '../../../test/support/card-page.ts';
import { readSss } from './read.ts';
import { sssShape } from './shape.ts';

const heading: readonly WrittenLine[] = [
  printed('Republic of the Philippines', 420, 60, 28),
  printed('SOCIAL SECURITY SYSTEM', 380, 96, 44),
];

test('an SSS card without labels gives number, name and birthday, name over number', async () => {
  const reading = await readSss(
    cardPage([
      ...heading,
      printed('JEFFREY M. DE GUZMAN', 430, 300, 40),
      printed('33-1234567-8', 430, 400, 56),
      printed('JULY 7,1980', 430, 480, 34),
      printed('EMILIO S. DE QUIROS, JR.', 700, 690, 26),
      printed('PRESIDENT AND CEO', 720, 720, 22),
    ]),
  );
  assert.deepEqual(sssShape(reading), {
    LicenseNumber: '33-1234567-8',
    FullName: 'JEFFREY M. DE GUZMAN',
    Birthday: 'JULY 7, 1980',
  });
  assert.deepEqual(reading.reasons, []);
});

test('an SSS card with labels, above or beside', async () => {
  const reading = await readSss(
    cardPage([
      ...heading,
      printed('SS NUMBER', 430, 200, 22),
      printed('02-7654321-0', 430, 226, 44),
      printed('NAME', 430, 290, 22),
      printed('MENDOZA, ANA MARIE LOPEZ', 430, 316, 38),
      printed('DATE ISSUED: 01/02/2001', 430, 380, 30),
      printed('DATE OF BIRTH: 05/09/1982', 430, 420, 30),
      printed('PRESIDENT AND CEO', 430, 452, 22),
    ]),
  );
  assert.deepEqual(sssShape(reading), {
    LicenseNumber: '02-7654321-0',
    FullName: 'MENDOZA, ANA MARIE LOPEZ',
    Birthday: '05/09/1982',
  });
});

test('a Common Reference Number stands in where the card has no number of the system', async () => {
  const reading = await readSss(
    cardPage([
      ...heading,
      printed('CRN-0033-1234567-9', 430, 200, 40),
      printed('PEDRO REYES', 430, 300, 38),
      printed('1980/07/07', 430, 380, 34),
    ]),
  );
  assert.equal(reading.fields.number, 'CRN-0033-1234567-9');
  assert.equal(reading.fields.fullName, 'PEDRO REYES');
});

test('the mark of a specimen is nobody’s name', async () => {
  const reading = await readSss(
    cardPage([
      ...heading,
      printed('SPECIMEN', 430, 360, 40),
      printed('33-1234567-8', 430, 400, 56),
      printed('MARIA STA. ANA', 430, 500, 38),
      printed('MAY 9, 1982', 430, 560, 34),
    ]),
  );
  assert.equal(reading.fields.fullName, 'MARIA STA. ANA');
});
