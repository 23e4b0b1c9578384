import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed, type WrittenLine } from '../../../test/support/card-page.ts';
import { readTin } from './read.ts';
import { tinShape } from './shape.ts';

const heading: readonly WrittenLine[] = [
  printed('REPUBLIC OF THE PHILIPPINES', 380, 50, 30),
  printed('DEPARTMENT OF FINANCE', 420, 86, 28),
  printed('BUREAU OF INTERNAL REVENUE', 380, 118, 32),
];

test('a TIN card without labels for name and address gives every field of the API', async () => {
  const reading = await readTin(
    cardPage([
      ...heading,
      printed('TIN: 123-456-789-000', 90, 210, 40),
      printed('GARCIA, JOSE RAMOS', 90, 290, 36),
      printed('18 A KATIPUNAN ST.', 90, 350, 32),
      printed('SAN JUAN, TAYTAY, RIZAL', 90, 388, 32),
      printed('BIRTH DATE: August 17,1972', 90, 460, 30),
      printed('DATE OF ISSUE: March 3, 2015', 90, 500, 30),
      printed('SIGNATURE', 120, 640, 24),
      printed('KIM S. JACINTO-HENARES', 800, 690, 26),
      printed('COMMISSIONER', 850, 718, 22),
    ]),
  );
  assert.deepEqual(tinShape(reading), {
    LicenseNumber: '123-456-789-000',
    FullName: 'GARCIA, JOSE RAMOS',
    Address: '18 A KATIPUNAN ST. SAN JUAN, TAYTAY, RIZAL',
    Birthday: 'August 17, 1972',
    IssueDate: 'March 3, 2015',
  });
  assert.deepEqual(reading.reasons, []);
});

test('a TIN card with its labels over the values, and dates side by side', async () => {
  const reading = await readTin(
    cardPage([
      ...heading,
      printed('TIN', 420, 200, 22),
      printed('497-881-123', 420, 224, 40),
      printed('NAME', 420, 280, 22),
      printed('ANA MARIE S. VERGARA', 420, 304, 34),
      printed('ADDRESS', 420, 360, 22),
      printed('BLK 4 LOT 12 SAMPAGUITA ST', 420, 384, 32),
      printed('BACOOR CAVITE 4102', 420, 420, 32),
      printed('DATE OF BIRTH', 420, 480, 22),
      printed('DATE OF ISSUE', 760, 480, 22),
      printed('01/09/1990', 420, 504, 32),
      printed('11/23/2021', 760, 504, 32),
    ]),
  );
  assert.deepEqual(tinShape(reading), {
    LicenseNumber: '497-881-123',
    FullName: 'ANA MARIE S. VERGARA',
    Address: 'BLK 4 LOT 12 SAMPAGUITA ST BACOOR CAVITE 4102',
    Birthday: '01/09/1990',
    IssueDate: '11/23/2021',
  });
});

test('lost spaces and look-alikes of a TIN card do no harm', async () => {
  const reading = await readTin(
    cardPage([
      ...heading,
      printed('TIN:l23-456-7B9-OOO', 90, 210, 40),
      printed('GARCIA,JOSE RAMOS', 90, 290, 36),
      printed('45 RIZAL AVENUE,STA.CRUZ,MANILA', 90, 350, 32),
      printed('BIRTHDATE:02/14/1979', 90, 460, 30),
      printed('ISSUEDATE:08/09/2018', 90, 500, 30),
    ]),
  );
  assert.equal(reading.fields.number, '123-456-789-000');
  assert.ok(reading.reasons.some(({ kind }) => kind === 'repaired'));
  assert.equal(reading.fields.fullName, 'GARCIA, JOSE RAMOS');
  assert.equal(reading.fields.address, '45 RIZAL AVENUE, STA. CRUZ, MANILA');
  assert.equal(reading.fields.birthday, '02/14/1979');
  assert.equal(reading.fields.issueDate, '08/09/2018');
});

test('two dates without labels are told apart by which is earlier; issued before birth is a contradiction', async () => {
  const dates = (first: string, second: string) =>
    readTin(
      cardPage([
        ...heading,
        printed('TIN 123-456-789-000', 90, 210, 40),
        printed('GARCIA, JOSE RAMOS', 90, 290, 36),
        printed(first, 90, 460, 30),
        printed(second, 600, 460, 30),
      ]),
    );
  const plain = await dates('08/09/2018', '02/14/1979');
  assert.equal(plain.fields.birthday, '02/14/1979');
  assert.equal(plain.fields.issueDate, '08/09/2018');
  const absurd = await dates('BIRTH DATE 08/09/2018', 'DATE OF ISSUE 02/14/1979');
  assert.ok(absurd.reasons.some(({ kind }) => kind === 'contradiction'));
});
