import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isTerminal, mayMove, type Stage, stages } from './stages.ts';

const picture = readFileSync(new URL('./stages.mermaid', import.meta.url), 'utf8');

describe('the stages of a verification', () => {
  it('are what the picture shows, arrow for arrow', () => {
    const drawn = [...picture.matchAll(/^\s*(\w+) --> (\w+):/gm)].map(([, from, to]) => `${from} ${to}`);
    const declared = Object.entries(stages).flatMap(([from, to]) => to.map((stage) => `${from} ${stage}`));
    assert.deepEqual(drawn.sort(), declared.sort());
  });

  it('have ends that nothing leaves', () => {
    const ends = (Object.keys(stages) as Stage[]).filter(isTerminal);
    assert.deepEqual(ends, ['finished', 'expired', 'abandoned']);
    for (const end of ends)
      for (const stage of Object.keys(stages)) assert.equal(mayMove(end, stage as Stage), false);
  });

  it('cannot skip the judge', () => {
    assert.equal(mayMove('opened', 'finished'), false);
    assert.equal(mayMove('issued', 'judging'), false);
  });
});
