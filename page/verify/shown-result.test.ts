import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownAttempt, shownEnd } from './shown-result.ts';

const redirectUrl = 'https://merchant.example/';

test('an outsider learns that a verification is over, and not how it went', () => {
  for (const holder of ['nobody', 'other-browser'] as const) {
    for (const how of ['passed', 'failed', 'retries-used-up', 'abandoned'] as const) {
      const shown = shownEnd({ how, code: how === 'passed' ? 0 : 1002, redirectUrl: null }, holder);
      assert.equal(shown.code, 14, `${holder} ${how}`);
      assert.equal(shown.tone, 'plain');
    }
  }
});

test('used-up tries are code 16 with the last reason, a closed window is 15', () => {
  const used = shownEnd({ how: 'retries-used-up', code: 2016, redirectUrl }, 'this-tab');
  assert.deepEqual([used.code, used.what], [16, '2016.what']);
  assert.equal(shownEnd({ how: 'expired', code: 1002, redirectUrl }, 'this-tab').code, 15);
});

test('nobody is told to try again after the end', () => {
  assert.equal(shownEnd({ how: 'failed', code: 1002, redirectUrl }, 'this-tab').advice, 'end.do');
});

test('a code without words of its own is said in general ones', () => {
  assert.equal(shownAttempt(4711).heading, 'general.heading');
  assert.equal(shownAttempt(4711).code, 4711);
});
