import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { carryRows, readRows } from './carried-rows.ts';
import type { JudgedRow } from './judged-row.ts';

function row(species: string, index: number, code: number): JudgedRow {
  const judged = { refusals: [], signals: {}, madeMs: 1, judgedMs: 1 };
  return { species, level: 3, index, person: 'd3', variant: '', code, ...judged };
}

describe('rows of other code', () => {
  it('stand in for recordings that the present code has not made, and for no others', () => {
    const { rows, carried } = carryRows([row('loop', 0, 1002)], [[row('loop', 0, 0), row('loop', 1, 1002)]]);
    assert.deepEqual(
      rows.map(({ index, code }) => [index, code]),
      [
        [0, 1002],
        [1, 1002],
      ],
    );
    assert.equal(carried, 1);
  });

  it('count once, as the file given first has them', () => {
    const { rows } = carryRows([], [[row('loop', 0, 1002)], [row('loop', 0, 0)]]);
    assert.deepEqual(
      rows.map(({ code }) => code),
      [1002],
    );
  });

  it('are held against what the present code says of the same recordings', () => {
    const present = [row('loop', 0, 1002), row('loop', 1, 0)];
    const { twice, alike } = carryRows(present, [[row('loop', 0, 1002), row('loop', 1, 1002)]]);
    assert.deepEqual([twice, alike], [2, 1]);
  });

  it('are not held against themselves, where the same code’s rows come from two files', () => {
    const measured = { ...row('loop', 0, 1002), measuredBy: 'now' };
    assert.equal(carryRows([measured], [[measured]]).twice, 0);
    assert.equal(carryRows([measured], [[{ ...measured, measuredBy: 'before' }]]).twice, 1);
  });

  it('are read from a file whose last line was cut off', () => {
    const folder = mkdtempSync(join(tmpdir(), 'carried-'));
    const path = join(folder, 'rows.jsonl');
    writeFileSync(path, `${JSON.stringify(row('loop', 0, 0))}\n{"species": "lo`);
    assert.equal(readRows(path).length, 1);
    rmSync(folder, { recursive: true });
  });
});
