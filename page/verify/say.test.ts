import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptTime } from './kept-time.ts';
import { sayWith } from './say.ts';

const english = {
  'result.left#one': '{count} try left',
  'result.left#other': '{count} tries left',
  'result.code': 'Code {code}',
  'time.day#one': '{count} day',
  'time.day#other': '{count} days',
  'time.hour#one': '{count} hour',
  'time.hour#other': '{count} hours',
};

test('what is counted is said in the form of its number', () => {
  const say = sayWith(english, 'en');
  assert.equal(say('result.left', { count: 1 }), '1 try left');
  assert.equal(say('result.left', { count: 99 }), '99 tries left');
});

test('a language without forms needs none', () => {
  const say = sayWith({ 'result.left': '還可以試 {count} 次' }, 'zh-tc');
  assert.equal(say('result.left', { count: 2 }), '還可以試 2 次');
});

test('a code is a name: nothing groups its digits, as a number’s are', () => {
  const say = sayWith(english, 'en');
  assert.equal(say('result.code', { code: '1002' }), 'Code 1002');
  assert.equal(say('result.left', { count: 1002 }), '1,002 tries left');
});

test('how long all is kept is said as the server has it: in whole days, else in hours', () => {
  const say = sayWith(english, 'en');
  const told = [259_200, 86_400, 3_600, 5_400, 90_000].map((keptSeconds) => keptTime(say, { keptSeconds }));
  assert.deepEqual(told, ['3 days', '1 day', '1 hour', '1.5 hours', '25 hours']);
});
