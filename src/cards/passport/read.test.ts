import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed, type WrittenLine } from '../../../test/support/card-page.ts';
import type { Look } from '../card-page.ts';
import { readPassport } from './read.ts';
import { passportShape } from './shape.ts';
import { passport } from './type.ts';

// The specimens of ICAO 9303 parts 4, 5 and 6.
const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const td2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
const td1 = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
];
const td1Long = [
  'I<UTOD23145890<7349<<<<<<<<<<<',
  '3407127M9507122UTO<<<<<<<<<<<2',
  'STEVENSON<<PETER<JOHN<<<<<<<<<',
];

const print: readonly WrittenLine[] = [
  printed('PASSPORT', 80, 40),
  printed('L898902C3', 900, 120),
  printed('ERIKSSON', 420, 180),
  printed('ANNA MARIA', 420, 240),
  printed('12 AUG 1974', 420, 400),
];

function zone(lines: readonly string[]): readonly WrittenLine[] {
  return lines.map((text, index) => [text, 40, 720 + index * 70, 1240, 750 + index * 70]);
}

type Again = (look: Look) => readonly WrittenLine[];

function read(lines: readonly string[], above = print, again?: Again) {
  const look = again && ((_: unknown, by: Look) => again(by));
  return readPassport(cardPage([...above, ...zone(lines)], { height: 901, ...(look && { again: look }) }));
}

test("ICAO's passport is read into every member", async () => {
  const reading = await read(td3);
  assert.deepEqual(reading.reasons, []);
  assert.equal(reading.numberHolds, true);
  assert.deepEqual(passportShape(reading), {
    LicenseNumber: 'L898902C3',
    FullName: 'ERIKSSON ANNA MARIA',
    Surname: 'ERIKSSON',
    GivenName: 'ANNA MARIA',
    Birthday: '1974-08-12',
    Sex: 'F',
    DateOfExpiration: '2012-04-15',
    IssuingCountry: 'UTO',
    NationalityCode: 'UTO',
    PassportCodeFirst: td3[0],
    PassportCodeSecond: td3[1],
  });
});

test('the smaller sizes are read too, three lines as the first and the other two', async () => {
  for (const lines of [td2, td1]) {
    const reading = await read(lines);
    assert.equal(reading.numberHolds, true);
    assert.equal(reading.fields.number, 'D23145890');
    assert.equal(reading.fields.surname, 'ERIKSSON');
    assert.equal(reading.fields.otherLines, lines.slice(1).join(''));
  }
});

test('a number that goes on in the optional part is put together', async () => {
  const reading = await read(td1Long, []);
  assert.equal(reading.numberHolds, true);
  assert.equal(reading.fields.number, 'D23145890734');
  assert.equal(reading.fields.birthday, '1934-07-12');
  assert.equal(reading.fields.expiry, '1995-07-12');
});

test('fillers that were lost or made up do not matter', async () => {
  const reading = await read([
    'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<',
    'L898902C36UTO7408122F1204159ZE184226B<<<<<<<10',
  ]);
  assert.equal(reading.numberHolds, true);
  assert.equal(reading.fields.firstLine, td3[0]);
  assert.equal(reading.fields.otherLines, td3[1]);
});

test('letters that fillers were read as are no part of a name', async () => {
  const reading = await read(['P<UTOERIKSSON<<ANNA<MARIA<<<<<K<<<<LC<<<<<<<', td3[1]!]);
  assert.equal(reading.fields.fullName, 'ERIKSSON ANNA MARIA');
  assert.equal(reading.fields.firstLine, td3[0]);
});

test('letters in places for digits, and digits in places for letters, are what they look like', async () => {
  const reading = await read([
    'P<UT0ERIKSS0N<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
    'L898902C36UT074O8I22F12O4I59ZE184226B<<<<<10',
  ]);
  assert.equal(reading.numberHolds, true);
  assert.deepEqual([reading.fields.birthday, reading.fields.issuingCountry], ['1974-08-12', 'UTO']);
  assert.equal(reading.fields.surname, 'ERIKSSON');
});

test('a number is repaired where the print has the repaired one, and that is told', async () => {
  const reading = await read([td3[0]!, td3[1]!.replace('L898902C3', 'L8989O2C3')]);
  assert.equal(reading.fields.number, 'L898902C3');
  assert.equal(reading.numberHolds, true);
  assert.ok(reading.reasons.some(({ kind }) => kind === 'repaired'));
});

test('a digit misread for a digit is no repair but a wrong number', async () => {
  const reading = await read([td3[0]!, td3[1]!.replace('L898902C3', 'L898302C3')]);
  assert.equal(reading.numberHolds, false);
  assert.ok(reading.reasons.some(({ kind, field }) => kind === 'number-wrong' && field === 'number'));
});

test('what the page misread is read once more', async () => {
  const again: Again = () => zone([td3[1]!]);
  const reading = await read([td3[0]!, td3[1]!.replace('L898902C3', 'L898302C3')], print, again);
  assert.equal(reading.numberHolds, true);
  assert.equal(reading.fields.number, 'L898902C3');
});

test('a changed composite check digit does not pass', async () => {
  const reading = await read([td3[0]!, `${td3[1]!.slice(0, 43)}7`]);
  assert.equal(reading.numberHolds, false);
});

test('names that nothing else vouches for are unsure', async () => {
  const reading = await read(td3, []);
  assert.ok(reading.reasons.some(({ kind, field }) => kind === 'unsure' && field === 'fullName'));
});

test('a boundary of names that was lost is found in the print', async () => {
  const reading = await read([td3[0]!.replace('<<ANNA', '<ANNA'), td3[1]!]);
  assert.deepEqual([reading.fields.surname, reading.fields.givenName], ['ERIKSSON', 'ANNA MARIA']);
});

test('hyphens and apostrophes of the print are kept', async () => {
  const above = [printed("O'CONNOR", 420, 180), printed('ANNA-MARIA', 420, 240)];
  const reading = await read(['P<UTOOCONNOR<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<', td3[1]!], above);
  assert.equal(reading.fields.fullName, "O'CONNOR ANNA-MARIA");
});

test('a page without a zone has no number', async () => {
  const reading = await read([]);
  assert.equal(reading.numberHolds, false);
  assert.equal(reading.fields.number, null);
});

test('a passport is expired from the day after its last', async () => {
  const reading = await read(td3);
  assert.equal(passport.isExpired(reading, Date.parse('2012-04-15T20:00:00Z')), false);
  assert.equal(passport.isExpired(reading, Date.parse('2012-04-17T00:00:00Z')), true);
});
