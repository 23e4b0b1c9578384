import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fold, foldWithPlaces } from './fold.ts';

describe('folding', () => {
  it('leaves letters and digits, in one case, without accents', () => {
    assert.equal(fold('Gol. Darah :'), 'GOIDARAH');
    assert.equal(fold('Peña'), fold('PENA'));
    assert.equal(fold('香港 身份證'), '香港身份證');
  });
  it('makes look-alikes the same', () => assert.equal(fold('0I5B'), fold('OL58')));
  it('remembers where each character stood', () => {
    assert.deepEqual(foldWithPlaces('A- b').places, [0, 3]);
  });
});
