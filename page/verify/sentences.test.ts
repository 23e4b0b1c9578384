import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapAfter } from './sentences.ts';

test('a full stop as wide as a letter is followed by no blank, since it looked like two', () => {
  assert.equal(gapAfter('这不是所需的护照。'), '');
  assert.equal(gapAfter('点滅する光は、けいれんを起こすことがあります。'), '');
});

test('other sentences are kept apart by a blank', () => {
  for (const sentence of [
    'It is none of those.',
    '다른 신분증입니다.',
    'นี่ไม่ใช่หนังสือเดินทางที่ต้องใช้',
    'هذه ليست الوثيقة المطلوبة.',
  ])
    assert.equal(gapAfter(sentence), ' ');
});
