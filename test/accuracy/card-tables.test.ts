import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aimTable, confusionTable, fieldTable, nameTable, wrongPassTable } from './card-tables.ts';
import { misreadings } from './misreadings.ts';
import { someCardRead } from './some-card-read.ts';

const wrongNumber = { LicenseNumber: 'A123466(3)', FullName: 'CHAN, Tai Man', ChineseName: null };

describe('the tables of cards', () => {
  it('says plainly that an aim is missed', () => {
    const text = aimTable([someCardRead(), someCardRead({ read: wrongNumber })]);
    assert.match(text, /number \| 99 \| 50\.0 \(1\/2\) .* \| \*\*no\*\* /);
    assert.match(text, /name, without Ñ \| 97 \| 100\.0 \(2\/2\) .* \| yes /);
  });

  it('keeps names with Ñ out of the aim for names, and in a row of their own', () => {
    const truth = { LicenseNumber: 'A123456(3)', FullName: 'PEÑA, Ana' };
    const enye = someCardRead({ truth, read: { ...truth, FullName: 'PENA, Ana' } });
    assert.match(aimTable([enye]), /name, without Ñ \| 97 \| – /);
    assert.match(nameTable([enye]), /with Ñ.* \| 0\.0 \(0\/1\)/);
  });

  it('shows every field by severity, and none that was never printed', () => {
    const text = fieldTable([someCardRead(), someCardRead({ severity: 'hard', read: wrongNumber })]);
    assert.match(text, /LicenseNumber \| 100\.0 \/ 100\.0 of 1 \| – \| 0\.0 \/ 0\.0 of 1 \|/);
    assert.match(text, /ChineseName \| – \| – \| – \|/);
  });

  it('counts a wrong number only where it passed', () => {
    const reads = [
      someCardRead({ read: wrongNumber }),
      someCardRead({ read: wrongNumber, isPass: false }),
      someCardRead(),
    ];
    assert.match(wrongPassTable(reads), /HKIDCard \| 3 \| 2 \| 1 \|/);
    assert.match(wrongPassTable(reads), /together \| 3 \| 2 \| 1 \|/);
  });

  it('lists what a card was taken for, and nothing where all were told right', () => {
    const text = confusionTable([someCardRead(), someCardRead({ recognised: null })]);
    assert.match(text, /HKIDCard \| none \| clear \| 1 \|/);
    assert.equal(confusionTable([someCardRead()]).split('\n').length, 2);
  });

  it('lists misreadings, the most frequent field of a type first', () => {
    const text = misreadings([someCardRead(), someCardRead({ read: wrongNumber })]);
    assert.match(text, /LicenseNumber \(1\)\n {2}clear 2018 1: A123456\(3\) \| A123466\(3\)/);
    assert.equal(misreadings([someCardRead()]), '');
  });
});
