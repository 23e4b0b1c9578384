import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../../src/capture/page-shapes.ts';
import type { Say } from './say.ts';
import { createSpeech } from './speech.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const wordsIn =
  (language: Language): Say =>
  (key) =>
    `${language} ${key}`;
const blank = () => ({ title: '', documentElement: { lang: '', dir: '' } });

test('the document says which language it speaks, once the words are there', async () => {
  const page = blank();
  const words = wordsIn('zh-tc');
  const speech = createSpeech(
    page,
    () => {},
    async () => words,
  );
  assert.equal(speech.say(), null);
  speech.speak('zh-tc');
  await settled();
  assert.equal(page.documentElement.lang, 'zh-Hant');
  assert.equal(page.title, words('title'));
  assert.equal(speech.say(), words);
});

test('only the one language is loaded, and only once', async () => {
  const loaded: Language[] = [];
  const words = wordsIn('en');
  const speech = createSpeech(
    blank(),
    () => {},
    async (language) => {
      loaded.push(language);
      return words;
    },
  );
  speech.speak('th');
  speech.speak('th');
  await settled();
  assert.deepEqual(loaded, ['th']);
});

test('words that come after another language was asked for are not said', async () => {
  const page = blank();
  let bringThai = () => {};
  const english = wordsIn('en');
  const thai = wordsIn('th');
  const speech = createSpeech(
    page,
    () => {},
    async (language) => {
      if (language === 'en') return english;
      await new Promise<void>((resolve) => {
        bringThai = resolve;
      });
      return thai;
    },
  );
  speech.speak('th');
  speech.speak('en');
  await settled();
  bringThai();
  await settled();
  assert.equal(speech.say(), english);
  assert.equal(page.documentElement.lang, 'en');
});

test('words that a lost line kept away are asked for again', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  let tries = 0;
  const words = wordsIn('en');
  const speech = createSpeech(
    blank(),
    () => {},
    async () => {
      tries += 1;
      if (tries === 1) throw new TypeError('the line is down');
      return words;
    },
  );
  speech.speak('en');
  await settled();
  assert.equal(speech.say(), null);
  context.mock.timers.tick(2_000);
  await settled();
  assert.equal(speech.say(), words);
});
