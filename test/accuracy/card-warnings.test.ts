import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attackTable, honestTable, rejudged, rocTable } from './card-warnings.ts';
import { someCardRead } from './some-card-read.ts';

const stopped = { stops: [-9108], lists: [-9108] };

describe('the tables of warnings', () => {
  it('counts honest cards that were stopped, and what stopped them', () => {
    const text = honestTable([someCardRead(), someCardRead(stopped), someCardRead({ severity: 'ordinary' })]);
    assert.match(text, /HKIDCard \| 50\.0 \(1\/2\) .*\| 0\.0 \(0\/1\) .*\| – \| -9108: 1/);
  });

  it('leaves attacked cards out of the honest ones', () => {
    const text = honestTable([someCardRead(), someCardRead({ attack: 'blurred', ...stopped })]);
    assert.match(text, /HKIDCard \| 0\.0 \(0\/1\)/);
  });

  it('counts an attacked card that was not found as stopped', () => {
    const reads = [
      someCardRead({ attack: 'blurred', problem: 'no-card' }),
      someCardRead({ attack: 'blurred' }),
    ];
    assert.match(attackTable(reads), /blurred \| -9108 \| 50\.0 \(1\/2\) \| 50\.0 \(1\/2\)/);
  });

  it('judges an old measurement by the marks of today', () => {
    const old = someCardRead({ ...stopped, signs: { 'photocopy.colour': 0, 'blur.edge': 1 } });
    assert.deepEqual(rejudged(old).stops, [-9102]);
    assert.deepEqual(rejudged(old).lists, [-9102]);
  });

  it('measures the area under a sign of which less is worse the other way about', () => {
    const honest = [20, 22].map((value) => someCardRead({ signs: { 'photocopy.colour': value } }));
    const copy = someCardRead({ attack: 'photocopy', signs: { 'photocopy.colour': 3 } });
    assert.match(rocTable([...honest, copy]), /photocopy\.colour` \| photocopy \| 1\.000 /);
  });
});
