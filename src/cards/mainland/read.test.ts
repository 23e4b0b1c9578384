import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed, type WrittenLine } from '../../../test/support/card-page.ts';
import { readMainland } from './read.ts';
import { mainlandNormalShape } from './shape.ts';
import { mainland } from './type.ts';

/** Chinese is as wide as it is high. */
const chinese = (text: string, left: number, top: number, height = 36): WrittenLine => [
  text,
  left,
  top,
  left + [...text].length * height,
  top + height,
];

const front: readonly WrittenLine[] = [
  chinese('姓名', 80, 96, 34),
  chinese('王博', 200, 92, 42),
  chinese('性别', 80, 188, 34),
  chinese('男', 200, 184, 40),
  chinese('民族汉', 340, 184, 40),
  chinese('出生', 80, 278, 34),
  printed('1949 年', 200, 276, 40),
  printed('12月 31日', 342, 276, 40),
  chinese('住址', 80, 368, 34),
  chinese('北京市朝阳区建国路', 200, 364),
  printed('149号', 200, 416, 36),
  chinese('公民身份号码', 80, 692, 34),
  printed('11010519491231029X', 434, 682, 48),
];
const number = '11010519491231029X';

const back: readonly WrittenLine[] = [
  chinese('中华人民共和国', 524, 102, 68),
  chinese('居民身份证', 517, 202, 90),
  chinese('签发机关', 336, 576),
  chinese('北京市公安局朝阳分局', 506, 572),
  chinese('有效期限', 338, 668),
  printed('2025.06.24-长期', 498, 668, 36),
];

const without = (lines: readonly WrittenLine[], ...texts: readonly string[]) =>
  lines.filter(([text]) => !texts.includes(text));
const instead = (lines: readonly WrittenLine[], text: string, by: string) =>
  lines.map((line): WrittenLine => (line[0] === text ? [by, line[1], line[2], line[3], line[4]] : line));

test('both sides are read into every member', async () => {
  const reading = await readMainland(cardPage(front), cardPage(back));
  assert.deepEqual(reading.reasons, []);
  assert.equal(reading.numberHolds, true);
  assert.deepEqual(mainlandNormalShape(reading), {
    FullName: '王博',
    Sex: '男',
    Nation: '汉',
    Birthday: '1949/12/31',
    Address: '北京市朝阳区建国路 149号',
    LicenseNumber: number,
    FormattedAddress: '北京市朝阳区建国路 149号',
    Authority: '北京市公安局朝阳分局',
    ValidDate: '2025.06.24-长期',
  });
});

test('the front alone is read, and misses nothing of the back', async () => {
  const reading = await readMainland(cardPage(front), null);
  assert.deepEqual(reading.reasons, []);
  assert.equal(reading.fields.authority, null);
});

test('a whole row that was read as one line is taken apart', async () => {
  const rows = [
    ...without(front, '姓名', '王博', '性别', '男', '民族汉'),
    chinese('姓名王博', 80, 92, 40),
    chinese('性别男民族维吾尔', 80, 184, 40),
  ];
  const { fields } = await readMainland(cardPage(rows), null);
  assert.deepEqual([fields.name, fields.sex, fields.ethnicGroup], ['王博', '男', '维吾尔']);
});

test('labels of which one character was misread still hold their value', async () => {
  const misread = instead(instead(front, '姓名', '姓各'), '住址', '住扯');
  const { fields } = await readMainland(cardPage(misread), null);
  assert.equal(fields.name, '王博');
  assert.equal(fields.address, '北京市朝阳区建国路 149号');
});

test('a name without its label is the row above the one of the sex', async () => {
  const { fields } = await readMainland(cardPage(without(front, '姓名')), null);
  assert.equal(fields.name, '王博');
});

test('the dot within a name stays, whichever dot it is read as', async () => {
  const { fields } = await readMainland(cardPage(instead(front, '王博', '买买提.艾力')), null);
  assert.equal(fields.name, '买买提·艾力');
});

test('sex and birth date that were not read follow from the number', async () => {
  const bare = without(front, '男', '出生', '1949 年', '12月 31日');
  const { fields, zones } = await readMainland(cardPage(bare), null);
  assert.deepEqual([fields.sex, fields.birthday], ['男', '1949/12/31']);
  assert.equal(zones.birthday, undefined);
});

test('a birth date other than the one in the number is given as printed, with a contradiction', async () => {
  const reading = await readMainland(cardPage(instead(front, '1949 年', '1959 年')), null);
  assert.equal(reading.fields.birthday, '1959/12/31');
  assert.ok(reading.reasons.some(({ kind, field }) => kind === 'contradiction' && field === 'birthday'));
});

test('a sex other than the one in the number is a contradiction', async () => {
  const reading = await readMainland(cardPage(instead(front, '男', '女')), null);
  assert.ok(reading.reasons.some(({ kind, field }) => kind === 'contradiction' && field === 'sex'));
});

test('a wrong check character does not pass, and nothing is derived from such a number', async () => {
  const wrong = instead(without(front, '男'), number, '110105194912310295');
  const reading = await readMainland(cardPage(wrong), null);
  assert.equal(reading.numberHolds, false);
  assert.equal(reading.fields.sex, null);
  assert.ok(reading.reasons.some(({ kind }) => kind === 'number-wrong'));
});

test('a check character that was read as a cross is the letter X', async () => {
  const reading = await readMainland(cardPage(instead(front, number, '11010519491231029×')), null);
  assert.equal(reading.fields.number, number);
});

test('a lone ethnic group that the page lost is looked for beside its label', async () => {
  const again = () => [chinese('民族傣', 340, 184, 40)];
  const page = cardPage(instead(front, '民族汉', '民族'), { again });
  assert.equal((await readMainland(page, null)).fields.ethnicGroup, '傣');
});

test('an authority of two rows is joined without a blank', async () => {
  const rows = [
    ...without(back, '北京市公安局朝阳分局'),
    chinese('新疆维吾尔自治区伊犁哈萨克', 506, 560),
    chinese('自治州公安局', 506, 604),
  ];
  const { fields } = await readMainland(cardPage(front), cardPage(rows));
  assert.equal(fields.authority, '新疆维吾尔自治区伊犁哈萨克自治州公安局');
});

test('a mark stamped under the address is no part of it', async () => {
  const stamped = [...front, printed('SPECIMEN', 50, 610, 60), printed('SPECIMEN', 200, 470, 60)];
  const { fields } = await readMainland(cardPage(stamped), null);
  assert.equal(fields.address, '北京市朝阳区建国路 149号');
});

test('no card and no text end in reasons, not in a throw', async () => {
  const reading = await readMainland(cardPage([]), cardPage([]));
  assert.equal(reading.numberHolds, false);
  assert.ok(reading.reasons.some(({ kind }) => kind === 'number-unreadable'));
});

test('a card without an end never expires, one with an end does the day after', async () => {
  const open = await readMainland(cardPage(front), cardPage(back));
  assert.equal(mainland.isExpired(open, Date.UTC(2100, 0, 1)), null);
  const ended = instead(back, '2025.06.24-长期', '2005.06.24-2025.06.24');
  const reading = await readMainland(cardPage(front), cardPage(ended));
  assert.equal(mainland.isExpired(reading, Date.UTC(2025, 5, 24, 12)), false);
  assert.equal(mainland.isExpired(reading, Date.UTC(2025, 5, 26)), true);
});
