import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed, type WrittenLine } from '../../../test/support/card-page.ts';
import { readSingapore } from './read.ts';
import { singaporeShape } from './shape.ts';

const front: readonly WrittenLine[] = [
  printed('REPUBLIC OF SINGAPORE', 300, 40, 36),
  printed('IDENTITY CARD NO. S7033777J', 520, 110, 36),
  printed('Name', 480, 190, 22),
  printed('TAN MEI LING', 480, 222, 34),
  printed('陈美玲', 480, 270, 34),
  printed('Race', 480, 340, 22),
  printed('CHINESE', 480, 372, 34),
  printed('Date of birth', 480, 440, 22),
  printed('Sex', 800, 440, 22),
  printed('07-01-1970', 480, 472, 34),
  printed('F', 800, 472, 34),
  printed('Country/Place of birth', 480, 540, 22),
  printed('SINGAPORE', 480, 572, 34),
];

const back: readonly WrittenLine[] = [
  printed('NRIC No. S7033777J', 700, 60, 34),
  printed('Date of issue', 420, 300, 22),
  printed('15-03-2010', 420, 332, 34),
  printed('Address', 420, 420, 22),
  printed('APT BLK 123 ANG MO KIO AVE 3', 420, 452, 34),
  printed('#08-1234', 420, 500, 34),
  printed('SINGAPORE 560123', 420, 548, 34),
];

test('both sides are read into every member', async () => {
  const reading = await readSingapore(cardPage(front), cardPage(back));
  assert.deepEqual(reading.reasons, []);
  assert.equal(reading.numberHolds, true);
  assert.deepEqual(singaporeShape(reading), {
    ChName: '陈美玲',
    ChineseName: '陈美玲',
    EnName: 'TAN MEI LING',
    FullName: 'TAN MEI LING',
    ID: 'S7033777J',
    LicenseNumber: 'S7033777J',
    Sex: 'F',
    CountryOfBirth: 'SINGAPORE',
    Nationality: 'SINGAPORE',
    Birthday: '07-01-1970',
    Address: 'APT BLK 123 ANG MO KIO AVE 3 #08-1234 SINGAPORE 560123',
    Race: 'CHINESE',
    NRICCode: 'S7033777J',
    PostCode: '560123',
    DateOfExpiration: null,
    DateOfIssue: '15-03-2010',
  });
});

test('the front alone is read, and misses nothing of the front', async () => {
  const reading = await readSingapore(cardPage(front), null);
  assert.deepEqual(reading.reasons, []);
  assert.equal(reading.fields.address, null);
});

test('a name of two rows is joined, and no Chinese name is made up', async () => {
  const long = front
    .filter(([text]) => text !== '陈美玲')
    .map((line) => (line[0] === 'TAN MEI LING' ? printed('MUHAMMAD NAZRUL SYAFIQ', 480, 222, 34) : line));
  const page = cardPage([...long, printed('BIN ABDUL RAHMAN', 480, 266, 34)]);
  const { fields } = await readSingapore(page, null);
  assert.equal(fields.name, 'MUHAMMAD NAZRUL SYAFIQ BIN ABDUL RAHMAN');
  assert.equal(fields.chineseName, null);
});

test('look-alikes in the number are put right where the check letter settles it', async () => {
  const page = cardPage(
    front.map((line) => (line[0].includes('NO.') ? printed('57O33777J', 520, 110, 36) : line)),
  );
  const reading = await readSingapore(page, null);
  assert.equal(reading.fields.number, 'S7033777J');
  assert.ok(reading.reasons.some(({ kind }) => kind === 'repaired'));
});

test('another number on the back is a contradiction and does not pass', async () => {
  const other = back.map((line) =>
    line[0].startsWith('NRIC') ? printed('NRIC No. S1234567D', 700, 60, 34) : line,
  );
  const reading = await readSingapore(cardPage(front), cardPage(other));
  assert.equal(reading.numberHolds, false);
  assert.ok(reading.reasons.some(({ kind }) => kind === 'contradiction'));
});

test('a letter of sex that the page lost is looked for in its place', async () => {
  const again = () => [printed('F', 800, 472, 34)];
  const page = cardPage(
    front.filter(([text]) => text !== 'F'),
    { again },
  );
  assert.equal((await readSingapore(page, null)).fields.sex, 'F');
});

test('an address without its label is found by its postcode', async () => {
  const bare = back.filter(
    ([text]) => text !== 'Address' && !text.startsWith('Date') && !text.startsWith('15'),
  );
  const { fields } = await readSingapore(cardPage(front), cardPage(bare));
  assert.equal(fields.address, 'APT BLK 123 ANG MO KIO AVE 3 #08-1234 SINGAPORE 560123');
});
