import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { spellAddressLine } from './spell-address.ts';
import { spellName } from './spell-name.ts';

describe('a line of an address', () => {
  const spelled = (pairs: readonly (readonly [string, string])[], isLast = false) => {
    for (const [read, line] of pairs) assert.equal(spellAddressLine(read, isLast), line, read);
  };

  test('has its postcode in digits, pulled apart or run into the town', () => {
    spelled([
      ['81 1O0 JOHOR BAHRU', '81100 JOHOR BAHRU'],
      ['SO4BO KUALA L UMPUR', '50480 KUALA LUMPUR'],
      ['50480KUALALUMPUR', '50480 KUALA LUMPUR'],
      ['8 8 3 00 K OTAKINABALU', '88300 KOTA KINABALU'],
      ['45200 SABAK BERNAM', '45200 SABAK BERNAM'],
      ['10 BIG TREE ROAD', '10 BIG TREE ROAD'],
    ]);
  });

  test('has letters in its words and digits in its numbers', () => {
    spelled([
      ['NO 127 L0RONG SERI INDAH 15', 'NO 127 LORONG SERI INDAH 15'],
      ['NO 1A JALAN MELAT1 10', 'NO 1A JALAN MELATI 10'],
      ['NO 6S LEBUH ACHEH', 'NO 65 LEBUH ACHEH'],
      ['JALAN SS 2/24', 'JALAN SS 2/24'],
      ['NO 10 JALAN U1/5', 'NO 10 JALAN U1/5'],
      ['B-1-10 RESIDENSI 16', 'B-1-10 RESIDENSI 16'],
    ]);
  });

  test('has its spaces where they were lost or put in', () => {
    spelled([
      ['NO 269LORONG SERI INDAH10', 'NO 269 LORONG SERI INDAH 10'],
      ['BL OK A- 12 - 7 P A N G S A P U R I CEMPAKA', 'BLOK A-12-7 PANGSAPURI CEMPAKA'],
      ['BLOK B-1 5-9', 'BLOK B-15-9'],
      ['TAMAN DE SA JAYA', 'TAMAN DESA JAYA'],
      ['TAMAN DESAJAYA', 'TAMAN DESA JAYA'],
      ['LEBUHRAYA UTAMA', 'LEBUHRAYA UTAMA'],
      ['SEKSYEN7', 'SEKSYEN 7'],
      ['JALAN TUN RAZAK 2 8', 'JALAN TUN RAZAK 2 8'],
    ]);
  });

  test('is a state misread by a letter where states stand, and nowhere else', () => {
    spelled(
      [
        ['PERAX', 'PERAK'],
        ['W PERSEXUTUAN(KL)', 'W PERSEKUTUAN(KL)'],
        ['W. PERSEKUTUAN(KL)', 'W. PERSEKUTUAN(KL)'],
      ],
      true,
    );
    spelled([['SABAK', 'SABAK']]);
  });
});

describe('a name', () => {
  test('has the strokes and spaces of A/L and A/P, where these fit the sex', () => {
    assert.equal(spellName('KAVITHA AP GANESAN', 'PEREMPUAN'), 'KAVITHA A/P GANESAN');
    assert.equal(spellName('PRIYAA/P SURESH', null), 'PRIYA A/P SURESH');
    assert.equal(spellName('PRIYAAP SURESH', 'PEREMPUAN'), 'PRIYA A/P SURESH');
    assert.equal(spellName('SURESH A/L KUMARAN', 'LELAKI'), 'SURESH A/L KUMARAN');
    assert.equal(spellName('RAMA AIL KUMARAN', 'LELAKI'), 'RAMA A/L KUMARAN');
    assert.equal(spellName('VENUGOPAL NAIR', 'LELAKI'), 'VENUGOPAL NAIR');
    assert.equal(spellName('YAP WEI LING', 'PEREMPUAN'), 'YAP WEI LING');
  });

  test('has BIN and BINTI as words of their own', () => {
    assert.equal(spellName('MOHDFAIZALBIN ISMAIL', 'LELAKI'), 'MOHD FAIZAL BIN ISMAIL');
    assert.equal(spellName('NURUL IZZAHBINTI AHMAD', 'PEREMPUAN'), 'NURUL IZZAH BINTI AHMAD');
    assert.equal(spellName('ROBIN TAN', 'LELAKI'), 'ROBIN TAN');
    assert.equal(spellName('MOHD AL FATEH BIN ALI', 'LELAKI'), 'MOHD AL FATEH BIN ALI');
  });

  test('keeps an alias and a hyphen, and has no digits', () => {
    assert.equal(spellName('TAN AH KOW @ TAN KOK LEONG', 'LELAKI'), 'TAN AH KOW @ TAN KOK LEONG');
    assert.equal(spellName('L1M SUE-ANN', 'PEREMPUAN'), 'LIM SUE-ANN');
  });
});
