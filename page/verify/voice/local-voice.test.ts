import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allLanguages, languageTags } from '../languages.ts';
import { localVoice } from './local-voice.ts';

const voice = (lang: string, localService = true) => ({ lang, localService });

test('a voice that sends what it reads to its maker is never used', () => {
  assert.equal(localVoice([voice('en-US', false)], 'en'), null);
  const own = voice('en-GB');
  assert.equal(localVoice([voice('en-US', false), own], 'en'), own);
});

test('a language is read by a voice of its own, not by one whose name only looks alike', () => {
  assert.equal(localVoice([voice('arn-CL'), voice('enm')], 'ar'), null);
  assert.equal(localVoice([voice('id-ID')], 'ms'), null);
  for (const language of allLanguages) {
    const own = voice(languageTags[language]);
    assert.equal(localVoice([voice('xx'), own], language), own, language);
  }
});

test('Chinese is read as it is spoken where its script is written, and else in any way', () => {
  const [mainland, taiwan, plain] = [voice('zh_CN'), voice('zh_TW'), voice('cmn')];
  assert.equal(localVoice([mainland, taiwan], 'zh-tc'), taiwan);
  assert.equal(localVoice([taiwan, mainland], 'zh-cn'), mainland);
  assert.equal(localVoice([plain], 'zh-tc'), plain);
});

test('older names of languages count', () => {
  const [indonesian, tagalog] = [voice('in_ID'), voice('tl-PH')];
  assert.equal(localVoice([indonesian], 'id'), indonesian);
  assert.equal(localVoice([tagalog], 'fil'), tagalog);
});
