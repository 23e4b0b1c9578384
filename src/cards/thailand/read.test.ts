import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed, type WrittenLine } from '../../../test/support/card-page.ts';
import type { Box } from '../../vision/geometry.ts';
import type { Look } from '../card-page.ts';
import { readThailand } from './read.ts';
import { thailandCardInfo, thailandNormalCardInfo } from './shape.ts';

/** As a reader without Thai sees it: Thai rows come as rubbish. */
const lines: readonly WrittenLine[] = [
  printed('unsncusn Thai National ID Card', 60, 30, 36),
  printed('Identification Number', 60, 110, 24),
  printed('3 1020 01968 75 6', 420, 84, 40),
  printed('owsaosna uig suna upnsni', 60, 150, 48),
  printed('Name Mr.Thanakit', 320, 230, 30),
  printed('Last name Boonyopakron', 320, 280, 30),
  printed('10u 14 5.A. 2509', 320, 330, 34),
  printed('Date of Birth 14Dec.1966', 320, 380, 30),
  printed('mau wns', 320, 425, 30),
  printed('noy 21/19 uuh 3 m.u1onusa', 60, 475, 30),
  printed('0.uovnono', 120, 520, 30),
  printed('9 5.A. 2559', 60, 600, 24),
  printed('Suoonuns', 60, 630, 20),
  printed('9 Dec. 2016', 60, 655, 24),
  printed('Date of Issue', 60, 685, 20),
  printed('13 5.A. 2567', 600, 600, 24),
  printed('13 Dec. 2024', 600, 655, 24),
  printed('Date of Expiry', 600, 685, 20),
  printed('1047-02-03291045', 980, 740, 24),
  printed('170', 940, 420, 18),
];

const thaiAt: readonly (readonly [number, string])[] = [
  [174, 'ชื่อตัวและชื่อสกุล นาย ธนกฤต บุญโญปกรุณ์'],
  [440, 'ศาสนา พุทธ'],
  [490, 'ที่อยู่ 21/19 หมู่ที่ 3 ต.บางคูครัด'],
  [535, 'อ.บางบัวทอง'],
  [612, '9 ธ.ค. 2559'],
];

function again(zone: Box, look: Look): readonly WrittenLine[] {
  if (look.script !== 'thai') return [];
  return thaiAt.filter(([y]) => zone.top < y && y < zone.bottom).map(([y, text]) => printed(text, 60, y));
}

test('a whole card is read into every member', async () => {
  const reading = await readThailand(cardPage(lines, { again }));
  assert.deepEqual(reading.reasons, []);
  assert.equal(reading.numberHolds, true);
  assert.deepEqual(thailandNormalCardInfo(reading), {
    LicenseNumber: '3102001968756',
    FullName: 'นาย ธนกฤต บุญโญปกรุณ์',
    LastName: 'Boonyopakron',
    FirstName: 'Mr. Thanakit',
    Birthday: '14 Dec. 1966',
    FormattedAddress: 'ที่อยู่21/19หมู่ที่3ต.บางคูครัดอ.บางบัวทอง',
    ExpirationDate: '13 Dec. 2024',
    IssuedDate: '9 Dec. 2016',
    RegistrationNumber: '1047-02-03291045',
    Religion: 'พุทธ',
    ThaiBirthday: '14ธ.ค.2509',
    ThaiExpirationDate: '13ธ.ค.2567',
    ThaiIssueDate: '9ธ.ค.2559',
  });
  assert.equal(thailandCardInfo(reading).IssuedCountry, 'THA');
});

test('a card without Thai data is read in Latin letters, its Thai dates worked out', async () => {
  const reading = await readThailand(cardPage(lines));
  assert.equal(reading.fields.thaiName, null);
  assert.equal(reading.fields.englishLastName, 'Boonyopakron');
  assert.equal(reading.fields.thaiBirthday, '14ธ.ค.2509');
});

test('a date that is missing moves none of the others', async () => {
  const withoutIssue = lines.filter(([text]) => text !== '9 Dec. 2016');
  const { fields } = await readThailand(cardPage(withoutIssue));
  assert.deepEqual([fields.birthday, fields.issued, fields.expiry], ['14 Dec. 1966', null, '13 Dec. 2024']);
});

test('a number that fails its check does not hold', async () => {
  const changed = lines.map((line) =>
    line[0].startsWith('3 1020') ? printed('3 1020 01968 75 7', 420, 84, 40) : line,
  );
  const reading = await readThailand(cardPage(changed));
  assert.equal(reading.numberHolds, false);
  assert.ok(reading.reasons.some(({ kind }) => kind === 'number-wrong'));
});

test('a title that is glued to the name is parted from it', async () => {
  const glued = lines.map((line) =>
    line[0].startsWith('Name') ? printed('NameMissSomying', 320, 230, 30) : line,
  );
  const { fields } = await readThailand(cardPage(glued));
  assert.equal(fields.englishFirstName, 'Miss Somying');
});
