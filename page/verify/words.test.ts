import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { cardTypeNames } from '../../src/cards/card-type.ts';
import { resultCodes } from '../../src/result-codes.ts';
import { languages } from '../../src/token/languages.ts';
import { actionNames } from '../../src/verify/challenge.ts';
import { languageTags, preferredLanguage } from './languages.ts';
import { troubleNames } from './trouble-words.ts';

/** The words of every verification, and those that only a card, a challenge, a lacking device, a voice or finer guidance needs. */
const folders = {
  page: './i18n/',
  card: './i18n/card/',
  challenge: './i18n/challenge/',
  device: './i18n/device/',
  voice: './i18n/voice/',
  guide: './i18n/guide/',
} as const;
type Folder = keyof typeof folders;

const wordsOf = (folder: Folder, language: string) => {
  const file = new URL(`${folders[folder]}${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file).toString()) as Record<string, string>;
};
const english = wordsOf('page', 'en');
const cardEnglish = wordsOf('card', 'en');
const challengeEnglish = wordsOf('challenge', 'en');
const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

/** What a key is without its plural category, and the category, where it has one. */
const parted = (key: string) => key.split('#') as [name: string, category?: string];
const wholes = (words: Record<string, string>) => [
  ...new Set(Object.keys(words).map((key) => parted(key)[0])),
];
/** Texts that go by number: English has two forms of each. */
const countedIn = (model: Record<string, string>) => [
  ...new Set(Object.keys(model).flatMap((key) => (key.includes('#') ? [parted(key)[0]] : []))),
];
/** A form for exactly one number may say it in a word. */
const exactly: Readonly<Record<string, number>> = { zero: 0, one: 1, two: 2 };
function saysItself(rules: Intl.PluralRules, category: string): boolean {
  const numbers = Array.from({ length: 200 }, (_, count) => count).filter(
    (count) => rules.select(count) === category,
  );
  return numbers.length === 1 && numbers[0] === exactly[category];
}

for (const folder of Object.keys(folders) as Folder[]) {
  const model = wordsOf(folder, 'en');
  for (const language of languages) {
    describe(`the words of the ${folder} in ${language}`, () => {
      const words = wordsOf(folder, language);

      test('none is missing and none is added', () => {
        assert.deepEqual(wholes(words).sort(), wholes(model).sort());
      });

      test('what goes by number has each form that the language has, and no other', () => {
        const rules = new Intl.PluralRules(languageTags[language]);
        const { pluralCategories } = rules.resolvedOptions();
        for (const name of countedIn(model)) {
          const keys = Object.keys(words).filter((key) => parted(key)[0] === name);
          const wanted =
            pluralCategories.length === 1
              ? [name]
              : pluralCategories.map((category) => `${name}#${category}`);
          assert.deepEqual(keys.sort(), [...wanted].sort());
        }
      });

      test('none is empty', () => {
        assert.deepEqual(
          Object.keys(words).filter((key) => words[key] === ''),
          [],
        );
      });

      test('each has the places that are filled in', () => {
        const rules = new Intl.PluralRules(languageTags[language]);
        for (const [key, text] of Object.entries(words)) {
          const [name, category] = parted(key);
          const isWord = category !== undefined && saysItself(rules, category) && names(text).length === 0;
          assert.deepEqual(
            names(text),
            isWord ? [] : names(model[name] ?? model[`${name}#other`] ?? ''),
            key,
          );
        }
      });

      test('a slow line loads them in one packet train: at most 4 KB', () => {
        const bytes = gzipSync(JSON.stringify(words)).length;
        assert.ok(bytes <= 4096, `${bytes} bytes`);
      });

      test('none is the English one, which would be a copy left untranslated', () => {
        if (language === 'en') return;
        const same = Object.keys(model).filter((key) => words[key] === model[key]);
        assert.deepEqual(same, []);
      });
    });
  }
}

test('the words of a part take the place of no other’s', () => {
  const all = (Object.keys(folders) as Folder[]).flatMap((folder) => Object.keys(wordsOf(folder, 'en')));
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

test('every call that brings nothing has a heading and a sentence, in every language and never a number alone', () => {
  for (const language of languages) {
    const words = { ...wordsOf('page', language), ...wordsOf('challenge', language) };
    for (const name of troubleNames)
      for (const key of [`${name}.heading`, `${name}.text`]) assert.match(words[key] ?? '', /\p{L}{2}/u, key);
  }
});

test('a link of no verification speaks the language of the browser', () => {
  assert.equal(preferredLanguage(['zh-TW', 'en']), 'zh-tc');
  assert.equal(preferredLanguage(['zh-Hant-HK']), 'zh-tc');
  assert.equal(preferredLanguage(['zh-CN']), 'zh-cn');
  assert.equal(preferredLanguage(['de-DE', 'th-TH']), 'th');
  assert.equal(preferredLanguage(['in-ID']), 'id');
  assert.equal(preferredLanguage(['tl-PH']), 'fil');
  assert.equal(preferredLanguage(['ar-EG']), 'ar');
  assert.equal(preferredLanguage(['de-DE']), 'en');
});
