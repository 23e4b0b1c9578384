import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { repairNumber } from './repair-number.ts';

const digitSum = (number: string) => [...number].reduce((sum, digit) => sum + Number(digit), 0);

describe('repairing a number', () => {
  it('keeps what fits and holds, and writes its separators', () => {
    const holds = () => true;
    assert.deepEqual(repairNumber('123456', '99-9999', holds), { number: '12-3456', isRepaired: false });
    assert.deepEqual(repairNumber('12 - 3456', '99-9999', holds), { number: '12-3456', isRepaired: false });
  });
  it('takes letters in places of digits for the digits they look like', () => {
    const repaired = repairNumber('I2-3O5B', '99-9999', (number) => digitSum(number.replace('-', '')) === 19);
    assert.deepEqual(repaired, { number: '12-3058', isRepaired: true });
  });
  it('takes digits in places of letters for letters, if only one of them holds', () => {
    assert.equal(
      repairNumber('0123', 'A999', () => true),
      null,
    );
    assert.equal(repairNumber('0123', 'A999', (number) => number.startsWith('D'))?.number, 'D123');
  });
  it('never turns one digit into another, and gives up where nothing holds', () => {
    assert.equal(
      repairNumber('123', '999', (number) => number === '128'),
      null,
    );
  });
  it('gives up where the length is another', () => {
    assert.equal(
      repairNumber('1234', '999', () => true),
      null,
    );
    assert.equal(
      repairNumber('12', '999', () => true),
      null,
    );
  });
});
