import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fewestEdits } from './approximate-search.ts';

test('a phrase inside a longer text costs nothing', () => {
  assert.equal(fewestEdits('SINGAPORE', 'REPUBLICOFSINGAPOREIDENTITY'), 0);
});

test('each character put in, left out or exchanged costs one', () => {
  assert.equal(fewestEdits('SINGAPORE', 'XXSINGAPQREXX'), 1);
  assert.equal(fewestEdits('SINGAPORE', 'XXSINGPOREXX'), 1);
  assert.equal(fewestEdits('SINGAPORE', 'XXSINGAPPOREXX'), 1);
});

test('a text that holds nothing of the phrase costs all of it', () => {
  assert.equal(fewestEdits('ABC', 'xyz'), 3);
  assert.equal(fewestEdits('ABC', ''), 3);
});
