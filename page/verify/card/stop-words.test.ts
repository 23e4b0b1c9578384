import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { CardStop } from '../../../src/capture/page-shapes.ts';
import { warningCodes } from '../../../src/verify/card/card-verdict.ts';
import { causeOf, stopWords } from './stop-words.ts';

const english = JSON.parse(readFileSync(new URL('../i18n/card/en.json', import.meta.url), 'utf8'));

const stopped: CardStop = { problem: null, warnings: [], isType: null, isRetakeable: true };

const problems: readonly CardStop['problem'][] = [
  'not-an-image',
  'too-many-pixels',
  'no-card',
  'other-type',
  'portrait-missing',
  'portrait-too-small',
  'portrait-unclear',
  'expired',
  'number',
  'missing',
  'engine-failed',
];

describe('why a card was stopped', () => {
  test('every problem and every warning has a heading, a reason and something to do', () => {
    const stops = [
      ...problems.map((problem) => ({ ...stopped, problem })),
      ...Object.values(warningCodes).map((code) => ({ ...stopped, warnings: [code] })),
    ];
    for (const stop of stops) {
      for (const key of Object.values(stopWords(causeOf(stop, true)))) assert.ok(key in english, key);
    }
  });

  test('glare that hid the number is told as glare, since that is what helps', () => {
    assert.equal(causeOf({ ...stopped, problem: 'number', warnings: [-9107] }, true), 'glare');
  });

  test('another type is told as such, whatever its photo is like', () => {
    assert.equal(causeOf({ ...stopped, problem: 'other-type', warnings: [-9108] }, true), 'other-type');
  });

  test('where no type was asked for, it is one that nobody here knows', () => {
    assert.equal(causeOf({ ...stopped, problem: 'other-type' }, false), 'unknown-type');
  });

  test('of several warnings the one is told that a better photo does not mend', () => {
    assert.equal(causeOf({ ...stopped, warnings: [-9108, -9102] }, true), 'copy');
  });
});
