import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf, isNik } from './number.ts';

const man = '3171030502940036';
const woman = '1271015605710009';

for (const number of [man, woman]) test(`${number} holds`, () => assert.ok(isNik(number)));

test('birth date and sex are read from their places, a woman by the forty added to her day', () => {
  assert.deepEqual(factsOf(man), { province: '31', year: 94, month: 2, day: 5, sex: 'LAKI-LAKI' });
  assert.deepEqual(factsOf(woman), { province: '12', year: 71, month: 5, day: 16, sex: 'PEREMPUAN' });
});

test('numbers of the provinces that Papua was divided into hold', () => {
  for (const province of ['91', '92', '93', '94', '95', '96']) assert.ok(isNik(province + man.slice(2)));
});

const broken = {
  'a province that does not exist': '2071030502940036',
  'a regency that is none': '3100030502940036',
  'the gap between regencies and cities': '3170030502940036',
  'no district': '3171000502940036',
  'a month that does not exist': '3171030513940036',
  'a day that never was': '3171033002940036',
  'a day between those of men and of women': '3171033502940036',
  'no running number': '3171030502940000',
  'a digit too few': '317103050294003',
};
for (const [fear, number] of Object.entries(broken)) {
  test(`${fear} is refused`, () => assert.equal(isNik(number), false));
}
