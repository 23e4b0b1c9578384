import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { resultCodes } from '../../src/result-codes.ts';
import { languages } from '../../src/token/languages.ts';
import { preferredLanguage } from './words.ts';

const fileOf = (language: string) => readFileSync(new URL(`./i18n/${language}.json`, import.meta.url));
const wordsOf = (language: string) => JSON.parse(fileOf(language).toString()) as Record<string, string>;
const english = wordsOf('en');
const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

for (const language of languages) {
  describe(`the words in ${language}`, () => {
    const words = wordsOf(language);

    test('none is missing and none is added', () => {
      assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort());
    });

    test('none is empty where English says something', () => {
      const empty = Object.keys(english).filter((key) => english[key] !== '' && words[key] === '');
      assert.deepEqual(empty, []);
    });

    test('each has the places that are filled in', () => {
      for (const [key, text] of Object.entries(english))
        assert.deepEqual(names(words[key] ?? ''), names(text), key);
    });

    test('a slow line loads them in one packet train: at most 4 KB', () => {
      const bytes = gzipSync(JSON.stringify(words)).length;
      assert.ok(bytes <= 4096, `${bytes} bytes`);
    });
  });
}

test('every result code that the server answers has words of its own', () => {
  for (const code of Object.values(resultCodes)) {
    for (const part of ['heading', 'what', 'do']) assert.ok(`${code}.${part}` in english, `${code}.${part}`);
  }
});

test('no two languages say the same, which would be a copy left untranslated', () => {
  for (const language of languages.filter((each) => each !== 'en')) {
    const words = wordsOf(language);
    const same = Object.keys(english).filter((key) => english[key] !== '' && words[key] === english[key]);
    assert.deepEqual(same, [], language);
  }
});

test('a link of no verification speaks the language of the browser', () => {
  assert.equal(preferredLanguage(['zh-TW', 'en']), 'zh-tc');
  assert.equal(preferredLanguage(['zh-Hant-HK']), 'zh-tc');
  assert.equal(preferredLanguage(['zh-CN']), 'zh-cn');
  assert.equal(preferredLanguage(['de-DE', 'th-TH']), 'th');
  assert.equal(preferredLanguage(['de-DE']), 'en');
});
