import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed, type WrittenLine } from '../../../test/support/card-page.ts';
import { readVoter } from './read.ts';
import { voterShape } from './shape.ts';

const heading: readonly WrittenLine[] = [
  printed('REPUBLIKA NG PILIPINAS', 420, 40, 28),
  printed('COMMISSION ON ELECTIONS', 420, 72, 32),
  printed("VOTER'S IDENTIFICATION CARD", 420, 110, 28),
];
const whole = {
  VIN: '7502-0398B-G0987ANT10000',
  FirstName: 'MARIA LUISA',
  LastName: 'DELOS REYES',
  Birthday: 'March 13, 1985',
  CivilStatus: 'Single',
  Citizenship: 'Filipino',
  Address: '12 MABINI ST., IPIL, ZAMBOANGA CITY',
  PrecinctNo: '0398B',
};

const particulars: readonly WrittenLine[] = [
  printed('Date of Birth', 420, 420, 28),
  printed('March 13,1985', 660, 420, 30),
  printed('Civil Status', 420, 460, 28),
  printed('Single', 660, 460, 30),
  printed('Citizenship', 420, 500, 28),
  printed('Filipino', 660, 500, 30),
  printed('12 MABINI ST., IPIL,', 420, 540, 30),
  printed('ZAMBOANGA CITY', 420, 576, 30),
  printed('Precinct No.', 560, 660, 28),
  printed('0398B', 740, 660, 30),
];

test('a voter’s card with labels over the names and beside the rest gives every field of the API', async () => {
  const reading = await readVoter(
    cardPage([
      ...heading,
      printed('VIN: 7502-0398B-G0987ANT10000', 400, 160, 38),
      printed('Last Name', 420, 216, 20),
      printed('DELOS REYES', 420, 238, 32),
      printed('First Name', 420, 280, 20),
      printed('MARIA LUISA', 420, 302, 32),
      printed('Middle Name', 420, 344, 20),
      printed('SANTOS', 420, 366, 32),
      ...particulars,
    ]),
  );
  assert.deepEqual(voterShape(reading), whole);
  assert.deepEqual(reading.reasons, []);
});

test('labels that stand under the names do not shift them by one', async () => {
  const reading = await readVoter(
    cardPage([
      ...heading,
      printed('7502-0398B-G0987ANT10000', 400, 160, 38),
      printed('DELOS REYES', 420, 214, 32),
      printed('Last Name', 420, 248, 20),
      printed('MARIA LUISA', 420, 274, 32),
      printed('First Name', 420, 308, 20),
      printed('SANTOS', 420, 334, 32),
      printed('Middle Name', 420, 368, 20),
      ...particulars,
    ]),
  );
  assert.deepEqual(voterShape(reading), whole);
});

test('names without labels are last, first and middle name from the top', async () => {
  const reading = await readVoter(
    cardPage([
      ...heading,
      printed('VIN 7502-0398B-G0987ANT10000', 400, 160, 38),
      printed('DELOS REYES', 420, 230, 32),
      printed('MARIA LUISA', 420, 280, 32),
      printed('SANTOS', 420, 330, 32),
      ...particulars,
    ]),
  );
  assert.deepEqual(voterShape(reading), whole);
});

test('a card with Filipino labels, everything labelled', async () => {
  const reading = await readVoter(
    cardPage([
      ...heading,
      printed('VIN: 7502-O398B-G0987ANT10000', 400, 160, 38),
      printed('Apelyido', 420, 216, 20),
      printed('DELOS REYES', 420, 238, 32),
      printed('Pangalan', 420, 280, 20),
      printed('MARIA LUISA', 420, 302, 32),
      printed('Petsa ng Kapanganakan', 420, 350, 20),
      printed('06/21/1985', 420, 372, 32),
      printed('Katayuang Sibil', 780, 350, 20),
      printed('MAY ASAWA', 780, 372, 32),
      printed('Pagkamamamayan', 420, 420, 20),
      printed('PILIPINO', 420, 442, 32),
      printed('Tirahan', 420, 490, 20),
      printed('PUROK 3, BRGY. MALAYA', 420, 512, 32),
      printed('Presinto', 420, 570, 20),
      printed('0398B', 420, 592, 32),
    ]),
  );
  assert.deepEqual(voterShape(reading), {
    ...whole,
    Birthday: '06/21/1985',
    CivilStatus: 'MAY ASAWA',
    Citizenship: 'PILIPINO',
    Address: 'PUROK 3, BRGY. MALAYA',
  });
  assert.deepEqual(
    reading.reasons.map(({ kind }) => kind),
    ['repaired'],
  );
});

test('a number of another form is taken where it has dashes and its length', async () => {
  const lines = [...heading, printed('VIN: 12-34567-8901A-BCD-0012', 400, 160, 38), ...particulars];
  const reading = await readVoter(cardPage(lines));
  assert.equal(reading.fields.number, '12-34567-8901A-BCD-0012');
  assert.equal(reading.numberHolds, true);
});

test('a form whose labels stand under their values gives the same, the address of two lines too', async () => {
  const reading = await readVoter(
    cardPage([
      ...heading,
      printed('7502-0398B-G0987ANT10000', 400, 180, 32),
      printed('VIN', 400, 212, 24),
      printed('DELOS REYES', 400, 256, 30),
      printed('MARIA LUISA', 810, 256, 30),
      printed('Last Name', 400, 286, 24),
      printed('First Name', 810, 286, 24),
      printed('ANTONIO', 400, 330, 30),
      printed('March 13, 1985', 810, 330, 30),
      printed('Middle Name', 400, 360, 24),
      printed('Date of Birth', 810, 360, 24),
      printed('Single', 400, 404, 30),
      printed('Filipino', 810, 404, 30),
      printed('Civil Status', 400, 434, 24),
      printed('Citizenship', 810, 434, 24),
      printed('12 MABINI ST., IPIL,', 400, 478, 30),
      printed('ZAMBOANGA CITY', 400, 512, 30),
      printed('Address', 400, 542, 24),
      printed('0398B', 400, 590, 30),
      printed('Precinct No.', 400, 620, 24),
    ]),
  );
  assert.deepEqual(voterShape(reading), whole);
});

test('an address without a label under a row of three values is taken from the row’s left end', async () => {
  const reading = await readVoter(
    cardPage([
      ...heading,
      printed('VIN: 7502-0398B-G0987ANT10000', 400, 160, 38),
      printed('DELOS REYES', 400, 236, 36),
      printed('MARIA LUISA', 400, 282, 36),
      printed('DATE OF BIRTH', 400, 390, 28),
      printed('CIVIL STATUS', 740, 390, 28),
      printed('CITIZENSHIP', 1020, 390, 28),
      printed('March 13, 1985', 400, 420, 32),
      printed('Single', 740, 420, 32),
      printed('Filipino', 1020, 420, 32),
      printed('12 MABINI ST., IPIL,', 400, 494, 32),
      printed('ZAMBOANGA CITY', 400, 530, 32),
      printed('PRECINCT NO. 0398B', 400, 610, 40),
    ]),
  );
  assert.deepEqual(voterShape(reading), whole);
});

test('a precinct whose letter was read as a digit is the one within the number', async () => {
  const page = (precinct: string) =>
    cardPage([
      ...heading,
      printed('VIN: 7502-0398D-G0987ANT10000', 400, 160, 38),
      printed('Precinct No.', 560, 660, 28),
      printed(precinct, 740, 660, 30),
    ]);
  assert.equal((await readVoter(page('03980'))).fields.precinct, '0398D');
  assert.equal((await readVoter(page('03990'))).fields.precinct, null);
});
