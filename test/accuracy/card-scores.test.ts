import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { areRight, editsBetween, interval, isRight, isWhollyRight, percent, rateOf } from './card-scores.ts';
import { someCardRead } from './some-card-read.ts';

describe('what counts as right', () => {
  it('folds case, spaces and punctuation for letters and digits, and nothing but width and room for the letter', () => {
    assert.ok(isRight('CHAN, Tai Man', 'CHAN,TAIMAN', 'alnum'));
    assert.ok(!isRight('CHAN, Tai Man', 'CHAN,TAIMAN', 'exact'));
    assert.ok(isRight('Ａ123456(3)', ' A123456(3) ', 'exact'));
  });

  it('tells Ñ from N, and Thai vowels from none', () => {
    assert.ok(!isRight('PEÑA', 'PENA', 'alnum'));
    assert.ok(isRight('PEÑA', 'PEN\u0303A', 'alnum'));
    assert.ok(!isRight('สมชาย', 'สมชย', 'alnum'));
    assert.ok(!isRight('สุดา', 'สดา', 'alnum'));
  });

  it('takes a value where none is printed for wrong, and none where one is printed', () => {
    assert.ok(!isRight(null, 'X', 'alnum'));
    assert.ok(!isRight('X', null, 'alnum'));
    assert.ok(isRight(null, undefined, 'alnum'));
  });

  it('asks for all parts of a name, and leaves a card out that has none', () => {
    const truth = { Surname: 'CRUZ', GivenName: 'JUAN', MiddleName: null };
    const read = someCardRead({ truth, read: { ...truth, GivenName: 'JUAM' } });
    assert.equal(areRight(read, ['Surname', 'GivenName', 'MiddleName'], 'alnum'), false);
    assert.equal(areRight(read, ['Surname', 'MiddleName'], 'alnum'), true);
    assert.equal(areRight(read, ['MiddleName'], 'alnum'), null);
  });

  it('calls a card wholly right only when fields that it does not carry are null too', () => {
    assert.ok(isWhollyRight(someCardRead(), 'exact'));
    const { truth } = someCardRead();
    assert.ok(!isWhollyRight(someCardRead({ read: { ...truth, ChineseName: '陳' } }), 'alnum'));
  });
});

describe('a rate', () => {
  it('counts what was asked, and shows its interval', () => {
    const rate = rateOf([true, true, null, false]);
    assert.deepEqual(rate, { right: 2, count: 3 });
    assert.equal(percent(rate), '66.7 (2/3)');
    assert.equal(interval({ right: 60, count: 60 }), '[94, 100]');
    assert.equal(percent(rateOf([])), '–');
  });
});

describe('edits', () => {
  it('counts characters put in, left out and swapped', () => {
    assert.equal(editsBetween('kitten', 'sitting'), 3);
    assert.equal(editsBetween('', 'abc'), 3);
    assert.equal(editsBetween('abc', ''), 3);
  });
});
