import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { comparable } from './field-words.ts';

const say = (word: string) => word;
const shown = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

describe('the fields that a customer compares', () => {
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
