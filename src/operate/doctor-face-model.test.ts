import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownEntry, writeEntry } from '../../test/support/own-face-model.ts';
import { readConfig } from '../config.ts';
import { checkFaceModel } from './doctor-face-model.ts';

const check = (faceModel: string) => checkFaceModel(readConfig({ faceModel }, {}));

test('a face model of the operator is named with who published it and its licence', async () => {
  const { state, text } = await check(writeEntry());
  assert.equal(state, 'good', text);
  assert.match(text, /our-net-\w{8}, 512 numbers; from Us, 2026, Apache-2\.0, training data unknown/);
  assert.match(text, /its licence: Licensed under the Apache License, Version 2\.0\./);
});

test('one that is altered, of another shape or without an entry is bad, and it says what to do', async () => {
  const altered = writeEntry({ ...ownEntry, sha256: '0'.repeat(64) });
  const reshaped = writeEntry({ ...ownEntry, dimensions: 128 });
  for (const path of [altered, reshaped, '/nowhere.json']) {
    const { state, remedy } = await check(path);
    assert.deepEqual([state, typeof remedy], ['bad', 'string'], path);
  }
});

test('without one there is nothing to check', async () => {
  assert.equal((await check('')).state, 'good');
});
