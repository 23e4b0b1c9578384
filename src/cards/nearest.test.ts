import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearest } from './nearest.ts';

const religions = ['ISLAM', 'KRISTEN', 'KATHOLIK', 'HINDU', 'BUDHA', 'KHONGHUCU'] as const;

describe('the nearest entry of a vocabulary', () => {
  it('forgives look-alikes for nothing and misread letters up to a third', () => {
    assert.deepEqual(nearest('lSLAM', religions), { entry: 'ISLAM', edits: 0 });
    assert.deepEqual(nearest('KATH0L1K', religions), { entry: 'KATHOLIK', edits: 0 });
    assert.deepEqual(nearest('KRISTFN', religions), { entry: 'KRISTEN', edits: 1 });
  });
  it('is null beyond the limit', () => {
    assert.equal(nearest('JAKARTA', religions), null);
    assert.equal(nearest('', religions), null);
  });
  it('is null where two are equally near, wherever they stand in the list', () => {
    assert.equal(nearest('WNX', ['WNI', 'WNA', 'SOMETHING ELSE'], 0.5), null);
    assert.equal(nearest('WNX', ['SOMETHING ELSE', 'WNI', 'WNA'], 0.5), null);
    assert.equal(nearest('WNI', ['WNA', 'WNI'])?.entry, 'WNI');
  });
});
