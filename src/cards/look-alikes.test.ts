import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digitsLike, lettersLike, toDigits, toLetters } from './look-alikes.ts';

describe('look-alikes', () => {
  it('are written as digits where digits stand', () => assert.equal(toDigits('O1-SB7I'), '01-5871'));
  it('are written as letters where letters stand', () => assert.equal(toLetters('B0NG T1AN'), 'BONG TIAN'));
  it('leave what looks like nothing of that kind', () => {
    assert.equal(toDigits('X-1'), 'X-1');
    assert.deepEqual(digitsLike('X'), []);
    assert.deepEqual(lettersLike('3'), []);
    assert.deepEqual(digitsLike('7'), ['7']);
  });
});
