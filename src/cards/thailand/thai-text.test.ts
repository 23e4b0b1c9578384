import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thaiNameIn } from './thai-text.ts';

test('a misread title is the nearest of those that the English one stands for', () => {
  assert.equal(thaiNameIn('ชื่อตัวและชื่อสกุล น่าย ณัฐพล ศรีสุวรรณ', 'Mr'), 'นาย ณัฐพล ศรีสุวรรณ');
  assert.equal(thaiNameIn('ไป.ส. ศิริพร วงศ์ใหญ่', 'Miss'), 'น.ส. ศิริพร วงศ์ใหญ่');
});

test('a lost title follows from the English one, where that has a single Thai form', () => {
  assert.equal(thaiNameIn('ชื่อตัวและชื่อสกล กิตติพงษ์ จันทร์เพ็ญ', 'Mr'), 'นาย กิตติพงษ์ จันทร์เพ็ญ');
  assert.equal(thaiNameIn('ศิริพร วงศ์ใหญ่', 'Miss'), 'ศิริพร วงศ์ใหญ่');
});

test('a mark that the reader set apart goes back to its letter', () => {
  assert.equal(thaiNameIn('นาง ศิริพร แก ้วมณี', 'Mrs'), 'นาง ศิริพร แก้วมณี');
});

test('one word is no name', () => {
  assert.equal(thaiNameIn('ชื่อตัวและชื่อสกุล นาย สมชาย', 'Mr'), null);
});
