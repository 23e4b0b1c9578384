import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JudgedRow } from './judged-row.ts';
import { acceptanceOf, areaOf, rejectionOf } from './rates.ts';

const row = (person: string, code: number | null, signals: JudgedRow['signals'] = {}): JudgedRow => ({
  ...{
    species: 'loop',
    level: 3,
    index: 0,
    person,
    variant: '',
    refusals: [],
    signals,
    madeMs: 0,
    judgedMs: 0,
  },
  code,
});

describe('the rates of the attack lab', () => {
  it('count each person alike, however many recordings there are of each', () => {
    const rate = acceptanceOf([row('a', 0), row('a', 1002), row('a', 1002), row('a', 1002), row('b', 0)]);
    assert.equal(rate.perPresentation, 2 / 5);
    assert.equal(rate.perPerson, (1 / 4 + 1) / 2);
    assert.deepEqual([rate.count, rate.people], [5, 2]);
  });

  it('do not count what could not be made', () => {
    const rate = acceptanceOf([row('a', 0), row('b', null)]);
    assert.deepEqual([rate.count, rate.perPresentation], [1, 1]);
  });

  it('let an attacker try again: two tries of one half pass three quarters of the time', () => {
    assert.equal(acceptanceOf([row('a', 0), row('b', 1002)]).ofTries(2), 3 / 4);
  });

  it('send away after two tries whoever is refused every time, not the mean person', () => {
    const rows = [row('a', 1002), row('a', 1002), row('b', 0), row('b', 0)];
    assert.equal(rejectionOf(rows).ofTries(2), 1 / 2);
    assert.equal(rejectionOf([row('a', 1002), row('a', 0)]).ofTries(2), 1 / 4);
  });

  it('know no certainty where nobody passed: the bound of so many people stands', () => {
    const { low, high } = acceptanceOf([row('a', 1002), row('b', 1002), row('c', 1002)]);
    assert.equal(low, 0);
    assert.ok(Math.abs(high - (1 - 0.05 ** (1 / 3))) < 1e-12);
  });

  it('find the area under a ROC curve, ties counting half', () => {
    const of = (...values: number[]) => values.map((value) => row('a', 0, { 'life.blinks': value }));
    assert.equal(areaOf('life.blinks', of(2, 2, 2, 2, 2), of(1, 1, 1, 1, 1))?.area, 1);
    assert.equal(areaOf('life.blinks', of(1, 1, 1, 1, 1), of(1, 1, 1, 1, 1))?.area, 0.5);
    assert.equal(areaOf('life.blinks', of(1, 2, 3, 4, 5), of(0, 2, 4, 6, 8))?.area, 10 / 25);
    assert.equal(areaOf('life.blinks', of(1, 2), of(0, 2, 4, 6, 8)), null);
  });
});
