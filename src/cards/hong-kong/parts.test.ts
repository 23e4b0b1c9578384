import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editionOf, isInvalid } from './edition.ts';
import { formatName, nameLikeness } from './english-name.ts';
import { ageAtIssue, firstRegistrationIn, issueDateIn, sexIn, symbolsIn } from './status.ts';
import { telegraphCode, telegraphCodesIn } from './telegraph.ts';

describe('an English name', () => {
  it('is written like the example of the API, whatever was lost', () => {
    for (const read of [
      'LOK, Wing Ching',
      'LOK,WingChing',
      'LOKWing Ching',
      'LOK. Wing Ching',
      'LOK，Wing Ching',
    ]) {
      assert.equal(formatName(read), 'LOK, Wing Ching', read);
    }
    assert.equal(formatName('DELA CRUZ, Maria Lourdes'), 'DELA CRUZ, Maria Lourdes');
    assert.equal(formatName('SMITH, lan MichaeI'), 'SMITH, Ian Michael');
    assert.equal(formatName("O'NEIL, Tai-man"), "O'NEIL, Tai-man");
    assert.equal(formatName("O' NEIL,Tai-man"), "O'NEIL, Tai-man");
    assert.equal(formatName('LUl, Shuk Ka'), 'LUI, Shuk Ka');
    assert.equal(formatName('CHEUNG, Hei TsZ'), 'CHEUNG, Hei Tsz');
    assert.equal(formatName('AU YEUNG, Ka'), 'AU YEUNG, Ka');
    assert.equal(formatName('SUKARNO'), 'SUKARNO');
  });
  it('is told from the print of the card', () => {
    for (const other of [
      'HONG KONG IDENTITY CARD',
      '出生日期 Date of Birth',
      '01-01-1985',
      'SPECIMEN',
      '***AZ',
    ]) {
      assert.equal(nameLikeness(other), 0, other);
    }
    assert.ok(nameLikeness('LOK, Wing Ching') > nameLikeness('SOME WORDS'));
  });
});

describe('telegraph codes', () => {
  it('spell the traditional characters exactly', () => {
    assert.equal(telegraphCode().charactersOf(['2867', '3057', '2532']), '樂永晴');
    assert.equal(telegraphCode().charactersOf(['2867', '0028']), null);
  });
  it('fit a character in both its forms', () => {
    assert.ok(telegraphCode().fits('吳', '0702'));
    assert.ok(telegraphCode().fits('吴', '0702'));
    assert.ok(!telegraphCode().fits('吾', '0702'));
  });
  it('turn simplified characters into traditional ones', () => {
    assert.equal(telegraphCode().traditionalOf('陈'), '陳');
    assert.equal(telegraphCode().traditionalOf('林'), '林');
  });
  it('are told from dates and numbers', () => {
    assert.deepEqual(telegraphCodesIn('2867 3O57 2532'), ['2867', '3057', '2532']);
    assert.deepEqual(telegraphCodesIn('28673057'), ['2867', '3057']);
    for (const other of ['01-01-1985', '1985', 'A123456(3)', '26-11-18']) {
      assert.equal(telegraphCodesIn(other), null, other);
    }
  });
});

describe('symbols, dates and sex', () => {
  it('are read from their lines', () => {
    assert.equal(symbolsIn('***AZ', null), '***AZ');
    assert.equal(symbolsIn('*AZ', null), '*AZ');
    assert.equal(symbolsIn('A2B', null), 'AZB');
    assert.equal(symbolsIn('C0', null), 'CO');
    assert.equal(symbolsIn('FAZ', null), null);
    assert.equal(firstRegistrationIn('(O1-79)')?.text, '(01-79)');
    assert.equal(firstRegistrationIn('(13-79)'), null);
    assert.equal(issueDateIn('(01-79) 26-11-18')?.text, '26-11-18');
    assert.equal(issueDateIn('01-01-1985'), null);
    assert.equal(sexIn('女F'), '女F');
    assert.equal(sexIn('M'), '男M');
    assert.equal(sexIn('男 F'), null);
  });
  it('have as many stars as the age asks, where they ran together', () => {
    assert.equal(symbolsIn('**AZ', 30), '***AZ');
    assert.equal(symbolsIn('**AZ', 12), '*AZ');
    assert.equal(symbolsIn('*AZ', 40), '***AZ');
    assert.equal(ageAtIssue({ year: 1985, month: 12, day: 1 }, '26-11-18'), 32);
  });
});

describe('the edition of 2003', () => {
  it('is told by the date of issue', () => {
    assert.equal(editionOf('25-11-18'), 'HKID-2003');
    assert.equal(editionOf('26-11-18'), 'HKID-2018');
    assert.equal(editionOf(null), null);
  });
  it('became invalid in two phases, by year of birth, at midnight in Hong Kong', () => {
    const may = Date.parse('2025-05-11T16:00:00Z');
    const october = Date.parse('2025-10-11T16:00:00Z');
    assert.equal(isInvalid('HKID-2003', '01-01-1970', may - 1), false);
    assert.equal(isInvalid('HKID-2003', '01-01-1970', may), true);
    assert.equal(isInvalid('HKID-2003', '31-12-1969', may), false);
    assert.equal(isInvalid('HKID-2003', '31-12-1969', october), true);
    assert.equal(isInvalid('HKID-2003', null, may), null);
    assert.equal(isInvalid('HKID-2003', null, october), true);
    assert.equal(isInvalid('HKID-2018', null, october), false);
    assert.equal(isInvalid(null, '01-01-1970', october), null);
  });
});
