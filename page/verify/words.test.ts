import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { cardTypeNames } from '../../src/cards/card-type.ts';
import { resultCodes } from '../../src/result-codes.ts';
import { languages } from '../../src/token/languages.ts';
import { actionNames } from '../../src/verify/challenge.ts';
import { preferredLanguage } from './words.ts';

/** The words of every verification, and those that only a card or a challenge needs. */
const folders = { page: './i18n/', card: './i18n/card/', challenge: './i18n/challenge/' } as const;
type Folder = keyof typeof folders;

const wordsOf = (folder: Folder, language: string) => {
  const file = new URL(`${folders[folder]}${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file).toString()) as Record<string, string>;
};
const english = wordsOf('page', 'en');
const cardEnglish = wordsOf('card', 'en');
const challengeEnglish = wordsOf('challenge', 'en');
const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

for (const folder of ['page', 'card', 'challenge'] as const) {
  const model = wordsOf(folder, 'en');
  for (const language of languages) {
    describe(`the words of the ${folder} in ${language}`, () => {
      const words = wordsOf(folder, language);

      test('none is missing and none is added', () => {
        assert.deepEqual(Object.keys(words).sort(), Object.keys(model).sort());
      });

      test('none is empty where English says something', () => {
        const empty = Object.keys(model).filter((key) => model[key] !== '' && words[key] === '');
        assert.deepEqual(empty, []);
      });

      test('each has the places that are filled in', () => {
        for (const [key, text] of Object.entries(model))
          assert.deepEqual(names(words[key] ?? ''), names(text), key);
      });

      test('a slow line loads them in one packet train: at most 4 KB', () => {
        const bytes = gzipSync(JSON.stringify(words)).length;
        assert.ok(bytes <= 4096, `${bytes} bytes`);
      });

      test('none is the English one, which would be a copy left untranslated', () => {
        if (language === 'en') return;
        const same = Object.keys(model).filter((key) => model[key] !== '' && words[key] === model[key]);
        assert.deepEqual(same, []);
      });
    });
  }
}

test('the words of a part take the place of no other’s', () => {
  const all = [english, cardEnglish, challengeEnglish].flatMap((words) => Object.keys(words));
  assert.deepEqual(
    all.filter((key, at) => all.indexOf(key) !== at),
    [],
  );
});

test('every action that can be asked for has words', () => {
  for (const action of actionNames) assert.ok(`action.${action}` in challengeEnglish, action);
});

test('every type of card has a name', () => {
  for (const type of cardTypeNames) assert.ok(`card.type.${type}` in cardEnglish, type);
});

test('every result code that the server answers has words of its own', () => {
  for (const code of Object.values(resultCodes)) {
    for (const part of ['heading', 'what', 'do']) {
      const key = `${code}.${part}`;
      assert.ok(key in english || key in challengeEnglish, key);
    }
  }
});

test('a link of no verification speaks the language of the browser', () => {
  assert.equal(preferredLanguage(['zh-TW', 'en']), 'zh-tc');
  assert.equal(preferredLanguage(['zh-Hant-HK']), 'zh-tc');
  assert.equal(preferredLanguage(['zh-CN']), 'zh-cn');
  assert.equal(preferredLanguage(['de-DE', 'th-TH']), 'th');
  assert.equal(preferredLanguage(['de-DE']), 'en');
});
