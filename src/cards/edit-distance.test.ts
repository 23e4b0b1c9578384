import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alignmentsOf, editDistance } from './edit-distance.ts';

describe('edit distance', () => {
  it('counts inserted, dropped and changed characters', () => {
    assert.equal(editDistance('', ''), 0);
    assert.equal(editDistance('ISLAM', 'ISLAM'), 0);
    assert.equal(editDistance('ISLAM', 'ISLM'), 1);
    assert.equal(editDistance('ISLM', 'ISLAM'), 1);
    assert.equal(editDistance('HINDU', 'H1ND0'), 2);
    assert.equal(editDistance('', 'ABC'), 3);
    assert.equal(editDistance('ABC', ''), 3);
  });

  it('counts a rare Chinese character as one', () => assert.equal(editDistance('𠮷田', '吉田'), 1));

  it('finds where a phrase lies in a longer text', () => {
    assert.deepEqual(alignmentsOf('NAMA', 'XXNAMAYY', 0), [{ edits: 0, start: 2, end: 6 }]);
    const best = alignmentsOf('ALAMAT', 'ALANATJL', 1).toSorted((a, b) => a.edits - b.edits)[0];
    assert.deepEqual(best, { edits: 1, start: 0, end: 6 });
  });

  it('finds nothing beyond the limit', () => assert.deepEqual(alignmentsOf('AGAMA', 'PEKERJAAN', 1), []));
});
