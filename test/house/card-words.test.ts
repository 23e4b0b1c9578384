import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparable, fieldWord } from '../../page/verify/card/field-words.ts';
import { cardTypes } from '../../src/cards/registry.ts';
import { cardPage } from '../support/card-page.ts';

describe('the fields that a customer compares with the card', () => {
  for (const type of cardTypes) {
    test(`of a ${type.name} each have a word of their own`, async () => {
      const { fields } = await type.read(cardPage([]), null);
      const filled = Object.keys(fields).map((name) => ({ name, value: '1' }));
      const shown = comparable(filled, (word) => word);
      const nameless = shown.filter(({ name }) => fieldWord(name) === 'field.other');
      assert.deepEqual(nameless, []);
      assert.ok(shown.length >= 3);
    });
  }
});
