import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed } from '../../../test/support/card-page.ts';
import { readUmid } from './read.ts';
import { umidShape } from './shape.ts';

const heading = [
  printed('REPUBLIC OF THE PHILIPPINES', 420, 60, 32),
  printed('Unified Multi-Purpose ID', 420, 100, 34),
];

const front = [
  ...heading,
  printed('CRN-0111-2345678-9', 600, 170, 34),
  printed('SURNAME', 420, 230, 22),
  printed('DELA CRUZ', 420, 256, 32),
  printed('GIVEN NAME', 420, 300, 22),
  printed('JUAN PEDRO', 420, 326, 32),
  printed('MIDDLE NAME', 420, 370, 22),
  printed('BAUTISTA', 420, 396, 32),
];

const below = [
  printed('19 MOLAVE ST. GREENWOODS VILL', 420, 510, 30),
  printed('PACITA SAN PEDRO LAGUNA', 420, 546, 30),
  printed('PHL 4023', 420, 582, 30),
];

test('a UMID gives every field of the API, its address found without a label', async () => {
  const reading = await readUmid(
    cardPage([
      ...front,
      printed('SEX', 420, 452, 22),
      printed('M', 490, 448, 30),
      printed('DATE OF BIRTH', 560, 452, 22),
      printed('1996/03/26', 750, 448, 30),
      ...below,
    ]),
  );
  assert.deepEqual(umidShape(reading), {
    Surname: 'DELA CRUZ',
    MiddleName: 'BAUTISTA',
    GivenName: 'JUAN PEDRO',
    Sex: 'M',
    Birthday: '1996/03/26',
    Address: '19 MOLAVE ST. GREENWOODS VILL PACITA SAN PEDRO LAGUNA PHL 4023',
    CRN: 'CRN-0111-2345678-9',
  });
  assert.deepEqual(reading.reasons, []);
  assert.equal(reading.numberHolds, true);
});

test('labels and values that were read as one line come apart', async () => {
  const reading = await readUmid(
    cardPage([
      ...heading,
      printed('CRN O111 2345678-9', 600, 170, 34),
      printed('SURNAME REYES', 420, 230, 30),
      printed('GIVENNAMEROSARIO', 420, 300, 30),
      printed('MIDDLE NAME: FLORES', 420, 370, 30),
      printed('SEX F DATE OF BIRTH 1975/12/30', 420, 450, 30),
      printed('ADDRESS', 420, 500, 22),
      printed('88 LUNA ST,POBLACION', 420, 530, 30),
      printed('CEBU CITY PHL 6000', 420, 566, 30),
    ]),
  );
  assert.equal(reading.fields.number, 'CRN-0111-2345678-9');
  assert.equal(reading.fields.surname, 'REYES');
  assert.equal(reading.fields.givenName, 'ROSARIO');
  assert.equal(reading.fields.middleName, 'FLORES');
  assert.equal(reading.fields.sex, 'F');
  assert.equal(reading.fields.birthday, '1975/12/30');
  assert.equal(reading.fields.address, '88 LUNA ST, POBLACION CEBU CITY PHL 6000');
  assert.deepEqual(
    reading.reasons.map(({ kind }) => kind),
    ['repaired'],
  );
});

test('a lone letter that the detector missed is looked for again beside its label', async () => {
  const page = cardPage(
    [
      ...front,
      printed('SEX', 420, 452, 22),
      printed('DATE OF BIRTH', 560, 452, 22),
      printed('1996/03/26', 750, 448, 30),
      ...below,
    ],
    { again: (zone) => (zone.top > 430 && zone.left < 500 ? [printed('F', 490, 448, 30)] : []) },
  );
  assert.equal((await readUmid(page)).fields.sex, 'F');
});

test('the Ñ that the reader of the card lacks is taken from a Spanish reading that agrees', async () => {
  const lines = front.map((line) => (line[0] === 'DELA CRUZ' ? printed('ZUNIGA', 420, 256, 32) : line));
  const again = [printed('ZUÑIGA', 420, 256, 32)];
  const reading = await readUmid(
    cardPage(lines, { again: (_, { script }) => (script === 'spanish' ? again : []) }),
  );
  assert.equal(reading.fields.surname, 'ZUÑIGA');
});

test('a card without a number does not hold', async () => {
  const reading = await readUmid(cardPage(front.filter(([text]) => !text.startsWith('CRN'))));
  assert.equal(reading.numberHolds, false);
  assert.ok(reading.reasons.some(({ kind }) => kind === 'number-unreadable'));
});
