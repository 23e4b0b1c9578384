import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardTypes } from '../../cards/registry.ts';
import { hasBack } from './sides.ts';

describe('the sides of a card', () => {
  it('are asked for as the types themselves say', () => {
    for (const type of cardTypes) assert.equal(hasBack(type.name), type.hasBack, type.name);
    assert.equal(hasBack(null), false);
  });
});
