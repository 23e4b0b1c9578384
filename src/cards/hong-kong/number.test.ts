import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  checkCharacterOf,
  isIdentityNumber,
  numberShapeIn,
  readNumber,
  reconcile,
  shortNumberIn,
} from './number.ts';

describe('the number of a Hong Kong identity card', () => {
  it('has the check character that the rule gives, for one letter and for two', () => {
    assert.equal(checkCharacterOf('A123456'), '3');
    assert.equal(checkCharacterOf('AB987654'), '3');
    assert.equal(checkCharacterOf('Z683365'), 'A');
    assert.ok(isIdentityNumber('A123456(3)'));
    assert.ok(!isIdentityNumber('A123456(4)'));
    assert.ok(!isIdentityNumber('A1234563'));
  });

  it('fails for every single wrong digit: no weight but 2 to 9 occurs', () => {
    for (let place = 1; place < 7; place++) {
      for (let digit = 0; digit <= 9; digit++) {
        const changed = `A123456(3)`.split('');
        changed[place] = String(digit);
        assert.equal(isIdentityNumber(changed.join('')), digit === place, changed.join(''));
      }
    }
  });

  it('is read with brackets lost, spaces put in and look-alikes', () => {
    assert.deepEqual(readNumber('A123456(3)'), { number: 'A123456(3)', isRepaired: false });
    assert.deepEqual(readNumber('A1234563'), { number: 'A123456(3)', isRepaired: false });
    assert.deepEqual(readNumber('A 123456 (3)'), { number: 'A123456(3)', isRepaired: false });
    assert.deepEqual(readNumber('AI2345G(3)'), { number: 'A123456(3)', isRepaired: true });
    assert.deepEqual(readNumber('Z6B3365(A)'), { number: 'Z683365(A)', isRepaired: true });
    assert.equal(readNumber('A123457(3)'), null);
    assert.equal(readNumber('26-11-18'), null);
  });

  it('is known by its shape, alone or at the end of another line', () => {
    assert.equal(numberShapeIn('A123456(3)'), 'A123456(3)');
    assert.equal(numberShapeIn('26-11-18A123456(3)'), 'A123456(3)');
    assert.equal(numberShapeIn('A1234563'), 'A1234563');
    for (const other of ['01-01-1985', '2867 3057 2532', '28673057', '(01-79) 26-11-18', 'LOK, Wing Ching']) {
      assert.equal(numberShapeIn(other), null, other);
    }
  });

  it('is known without its check character too', () => {
    assert.equal(shortNumberIn('A123456'), 'A123456');
    assert.equal(shortNumberIn('AB98765S'), 'AB987655');
    assert.equal(shortNumberIn('A1234563'), null);
    assert.equal(shortNumberIn('HONGKONG'), null);
  });

  it('is put together from readings that fail, if one way alone holds', () => {
    assert.equal(reconcile(['A123956(3)', 'A123456']), 'A123456(3)');
    assert.equal(reconcile(['A123956(3)', 'A123955']), null);
    assert.equal(reconcile([]), null);
  });
});
