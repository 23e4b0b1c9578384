import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cardTypes } from '../../../src/cards/registry.ts';
import { cardPage } from '../../../test/support/card-page.ts';
import { comparable, fieldWord } from './field-words.ts';

const say = (word: string) => word;
const shown = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

describe('the fields that a customer compares', () => {
  for (const type of cardTypes) {
    test(`of a ${type.name} each have a word of their own`, async () => {
      const { fields } = await type.read(cardPage([]), null);
      const told = comparable(
        Object.keys(fields).map((name) => ({ name, value: '1' })),
        say,
      );
      const nameless = told.filter(({ name }) => fieldWord(name) === 'field.other');
      assert.deepEqual(nameless, []);
      assert.ok(told.length >= 3);
    });
  }

  test('say yes or no where the merchant gets a number, and nothing where it is not known', () => {
    const permanent = (value: string) => comparable(shown({ permanent: value }), say);
    assert.deepEqual(permanent('1'), shown({ permanent: 'field.yes' }));
    assert.deepEqual(permanent('0'), shown({ permanent: 'field.no' }));
    assert.deepEqual(permanent('-1'), []);
  });

  test('leave out what is not printed on the card', () => {
    const fields = shown({ number: 'C000000(E)', edition: 'HKID-2018' });
    assert.deepEqual(comparable(fields, say), shown({ number: 'C000000(E)' }));
  });
});
