import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textLine } from '../../test/support/card-page.ts';
import { rowsOf } from './rows.ts';

describe('rows', () => {
  it('hold what stands beside each other, though it leans or differs in height', () => {
    const lines = [
      textLine(['C', 300, 18, 320, 48]),
      textLine(['D', 0, 60, 20, 90]),
      textLine(['A', 0, 10, 20, 40]),
      textLine(['B', 100, 20, 120, 35]),
    ];
    const rows = rowsOf(lines).map((row) => row.map(({ text }) => text).join(''));
    assert.deepEqual(rows, ['ABC', 'D']);
  });
});
