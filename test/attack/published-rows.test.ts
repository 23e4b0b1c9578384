import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { JudgedRow } from './judged-row.ts';
import { publish, readPublished } from './published-rows.ts';

function row(index: number): JudgedRow {
  const made = {
    species: 'loop',
    level: 3,
    index,
    person: 'd3',
    variant: '',
    madeMs: 1,
    judgedMs: 1,
  } as const;
  const signals = { 'light.agreement': 0.123456789, 'actions.asked': 'blink', 'light.neck': null };
  return { ...made, code: 1002, refusals: ['injection.looped'], signals, measuredBy: 'abc' };
}

describe('rows that the published tables stand on', () => {
  it('come back as they were, their signals to five digits, and the same rows make the same file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'published-'));
    try {
      const [one, other] = ['one', 'other'].map((name) => pathToFileURL(join(folder, name))) as [URL, URL];
      publish([row(1), row(0)], one);
      publish([row(0), row(1)], other);
      const [first] = readPublished(one);
      assert.deepEqual(first, { ...row(0), signals: { ...row(0).signals, 'light.agreement': 0.12346 } });
      assert.deepEqual(readFileSync(one), readFileSync(other));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
