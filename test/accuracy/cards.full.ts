import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type CardTask, readAll } from './card-readings.ts';
import { isRight, roles } from './card-scores.ts';

const directory = mkdtempSync(join(tmpdir(), 'selfsame-accuracy-'));
after(() => rmSync(directory, { recursive: true }));

const sample = { seed: 1001, severity: 'clear', attack: null } as const;
const honest: readonly CardTask[] = [
  { ...sample, type: 'HKIDCard', layout: '2018' },
  { ...sample, type: 'IndonesiaIDCard', layout: 'arial' },
  { ...sample, type: 'InternationalIDPassport', layout: 'page' },
];
const reads = await readAll([...honest, { ...sample, type: 'HKIDCard', layout: '2018', attack: 'blurred' }], {
  ...{ file: join(directory, 'cards.jsonl'), processes: 1, minutes: 5 },
});

describe('a sample of `npm run accuracy -- cards`', () => {
  for (const read of reads.filter(({ attack }) => attack === null)) {
    it(`reads the number of ${read.type} on a clear photo, knows the type, and stops it for nothing`, () => {
      const { number } = roles[read.type];
      assert.ok(isRight(read.truth[number] ?? null, read.read[number], 'exact'), `${read.read[number]}`);
      assert.equal(read.recognised, read.type);
      assert.ok(read.isPass);
      assert.deepEqual(read.stops, []);
      assert.ok((read.cornerError ?? 1) < 0.02, `${read.cornerError}`);
    });
  }

  it('stops a blurred one', () => {
    const blurred = reads.find(({ attack }) => attack === 'blurred');
    assert.ok(blurred?.stops.includes(-9108) || blurred?.problem === 'no-card', JSON.stringify(blurred));
  });
});
