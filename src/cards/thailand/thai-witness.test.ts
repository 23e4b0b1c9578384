import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreeWithEnglish } from './thai-witness.ts';

const nattapol = { first: 'Nattapol', last: 'Srisuwan' };

for (const read of ['ณัชูพล', 'ญัชพล', 'ญณัชูพล', 'ณ์ฐพล', 'ณัฐพล', 'ญัชิพล']) {
  test(`${read} is ณัฐพล where the English name is Nattapol`, () => {
    assert.deepEqual(agreeWithEnglish([read, 'ศรีสุวรรณ'], nattapol), ['ณัฐพล', 'ศรีสุวรรณ']);
  });
}

test('letters that the English name spells stay', () => {
  const wichai = { first: 'Wichai', last: 'Yanisa' };
  assert.deepEqual(agreeWithEnglish(['วิชัย', 'ญาณิศา'], wichai), ['วิชัย', 'ญาณิศา']);
});

test('a title that was read twice is no part of the name', () => {
  assert.deepEqual(agreeWithEnglish(['น่าย', 'ณัฐพล', 'ศรีสุวรรณ'], nattapol), ['ณัฐพล', 'ศรีสุวรรณ']);
});

test('a name of which a word is missing is left as it was read', () => {
  assert.deepEqual(agreeWithEnglish(['ณัชูพล'], nattapol), ['ณัชูพล']);
});
