import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardPage, printed, type WrittenLine, type WrittenPage } from '../../../test/support/card-page.ts';
import { readHongKong } from './read.ts';
import { hongKongCardInfo, hongKongNormalCardInfo } from './shape.ts';

/** An edition of 2018; `change` replaces lines by what was read instead, or drops them. */
function lines2018(change: Record<string, string | null> = {}): WrittenLine[] {
  const lines: WrittenLine[] = [
    printed('香港永久性居民身份證', 400, 40, 44),
    printed('HONG KONG PERMANENT IDENTITY CARD', 350, 90, 30),
    printed('樂永晴', 60, 150, 50),
    printed('LOK, Wing Ching', 60, 220, 36),
    printed('2867 3057 2532', 450, 290, 30),
    printed('出生日期 Date of Birth', 450, 350, 24),
    printed('03-06-1985', 450, 385, 36),
    printed('女 F', 750, 385, 36),
    printed('***AZ', 450, 445, 36),
    printed('簽發日期 Date of Issue', 450, 525, 24),
    printed('(06-96)', 450, 560, 32),
    printed('26-11-18', 450, 610, 36),
    printed('A123456', 1040, 210, 26),
    printed('A123456(3)', 880, 680, 58),
  ];
  return lines.flatMap((line) => {
    const other = change[line[0]];
    if (other === null) return [];
    return other === undefined ? [line] : [[other, line[1], line[2], line[3], line[4], 0.9] as WrittenLine];
  });
}

const read = (change: Record<string, string | null> = {}, page: WrittenPage = {}) =>
  readHongKong(cardPage(lines2018(change), page));

describe('a Hong Kong identity card', () => {
  it('gives every field that the API names', async () => {
    const reading = await read();
    assert.deepEqual(hongKongCardInfo(reading), {
      CnName: '樂永晴',
      EnName: 'LOK, Wing Ching',
      TelexCode: '2867 3057 2532',
      Sex: '女F',
      Birthday: '03-06-1985',
      Permanent: '1',
      IdNum: 'A123456(3)',
      Symbol: '***AZ',
      FirstIssueDate: '(06-96)',
      CurrentIssueDate: '26-11-18',
    });
    assert.equal(hongKongNormalCardInfo(reading).HKIDVersion, 'HKID-2018');
    assert.equal(reading.numberHolds, true);
    assert.deepEqual(reading.reasons, []);
  });

  it('is read where spaces are lost, lines run together and characters look alike', async () => {
    const { fields, reasons } = await read({
      'HONG KONG PERMANENT IDENTITY CARD': 'HONGKONGPERMANENTIDENTITYCARD',
      'LOK, Wing Ching': 'LOK,WingChing',
      '2867 3057 2532': '286730572532',
      '03-06-1985': 'O3-06-1985 女F',
      '女 F': null,
      '***AZ': '**A2',
      '(06-96)': '(06-96)26-11-18',
      '26-11-18': null,
      樂永晴: '乐永晴',
    });
    assert.deepEqual(fields, { ...(await read()).fields });
    assert.deepEqual(reasons, []);
  });

  it('has no Chinese name and no codes for those who have none', async () => {
    const { fields, numberHolds } = await read({ '2867 3057 2532': null, 樂永晴: null });
    assert.equal(fields.chineseName, null);
    assert.equal(fields.telegraphCode, null);
    assert.equal(numberHolds, true);
  });

  it('is not permanent where its title does not say so', async () => {
    const { fields } = await read({
      香港永久性居民身份證: '香港居民身份證',
      'HONG KONG PERMANENT IDENTITY CARD': 'HONG KONG IDENTITY CARD',
      '***AZ': 'CO',
    });
    assert.equal(fields.permanent, '0');
    assert.equal(fields.symbols, 'CO');
  });

  it('tells a title that the symbols contradict', async () => {
    const { reasons } = await read({ '***AZ': 'CO' });
    assert.deepEqual(
      reasons.map(({ kind, field }) => [kind, field]),
      [['contradiction', 'permanent']],
    );
  });

  it('does not pass with a number whose check character is wrong', async () => {
    const { numberHolds, reasons, fields } = await read({ 'A123456(3)': 'A123457(3)', A123456: null });
    assert.equal(numberHolds, false);
    assert.equal(fields.number, 'A123457(3)');
    assert.ok(reasons.some(({ kind }) => kind === 'number-wrong'));
  });

  it('takes the number in the oval as a witness against a misread digit', async () => {
    const { fields, reasons, numberHolds } = await read({ 'A123456(3)': 'A123956(3)' });
    assert.equal(fields.number, 'A123456(3)');
    assert.equal(numberHolds, true);
    assert.ok(reasons.some(({ kind }) => kind === 'repaired'));
  });

  it('believes neither of two looks that both hold and differ', async () => {
    const other = await read(
      { 'A123456(3)': 'A12345G(3)', A123456: null },
      { again: () => [printed('A123448(3)', 0, 0)] },
    );
    assert.equal(other.numberHolds, true, 'a second look that does not hold counts for nothing');
    const contested = await read(
      { 'A123456(3)': 'A12345G(3)', A123456: null },
      { again: () => [printed('H123456(2)', 0, 0)] },
    );
    assert.equal(contested.numberHolds, false);
    assert.ok(contested.reasons.some(({ kind, field }) => kind === 'contradiction' && field === 'number'));
  });

  it('reads a name without codes with the data for traditional Chinese', async () => {
    const again: WrittenPage['again'] = (_zone, { script }) =>
      script === 'traditional-chinese' ? [printed('吳 永晴', 0, 0)] : [];
    const { fields, reasons } = await read({ '2867 3057 2532': null, 樂永晴: '吴永晴' }, { again });
    assert.equal(fields.chineseName, '吳永晴');
    assert.deepEqual(
      reasons.map(({ kind, field }) => [kind, field]),
      [['unsure', 'chineseName']],
    );
  });

  it('takes dates whose narrow figures were pulled apart', async () => {
    const { fields, reasons } = await read({
      '03-06-1985': '0 3-06-1 985',
      '(06-96)': '(06- 96)',
      '26-11-18': '26-1 1-1 8',
    });
    assert.deepEqual(
      [fields.birthday, fields.firstIssueDate, fields.currentIssueDate, fields.edition],
      ['03-06-1985', '(06-96)', '26-11-18', 'HKID-2018'],
    );
    assert.deepEqual(reasons, []);
  });

  it('looks again for dates below their labels, where these were read and the dates were not', async () => {
    const again: WrittenPage['again'] = ({ top }) =>
      top < 400 ? [printed('03-06-1985', 450, 385, 36)] : [printed('26-11-18', 450, 610, 36)];
    const { fields } = await read({ '03-06-1985': null, '26-11-18': null }, { again });
    assert.deepEqual(
      [fields.birthday, fields.sex, fields.currentIssueDate],
      ['03-06-1985', '女F', '26-11-18'],
    );
  });

  it('looks again for the sex beside the date of birth, with the four characters that may stand there', async () => {
    const again: WrittenPage['again'] = (_zone, { alphabet }) =>
      alphabet === '女男FM' ? [printed('女F', 750, 385, 36)] : [];
    assert.equal((await read({ '女 F': null }, { again })).fields.sex, '女F');
  });

  it('looks again for stars that were lost before the symbols', async () => {
    const again: WrittenPage['again'] = ({ top }) => (top > 400 ? [printed('***AZ', 450, 445, 36)] : []);
    assert.equal((await read({ '***AZ': 'AZ' }, { again })).fields.symbols, '***AZ');
    assert.equal((await read({ '***AZ': 'AZ' })).fields.symbols, 'AZ');
  });

  it('has a name of two lines joined', async () => {
    const page = cardPage([
      ...lines2018({ 'LOK, Wing Ching': 'WICKRAMASINGHE, Anita' }),
      printed('Rose Maria', 60, 258, 34),
    ]);
    assert.equal((await readHongKong(page)).fields.englishName, 'WICKRAMASINGHE, Anita Rose Maria');
  });

  it('says what is missing', async () => {
    const { reasons } = await read({ '03-06-1985': null, '女 F': null });
    const missing = reasons.filter(({ kind }) => kind === 'missing').map(({ field }) => field);
    assert.deepEqual(missing, ['birthday', 'sex']);
  });

  it('is not made up from a page of nothing', async () => {
    const reading = await readHongKong(cardPage([]));
    assert.equal(reading.numberHolds, false);
    assert.equal(reading.fields.permanent, '-1');
    assert.equal(reading.fields.number, null);
  });
});
