import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Shown, whatToSay } from './what-to-say.ts';

const screen = (more: Partial<Shown>): Shown => ({
  step: 'camera',
  heading: 'Your face in the oval',
  told: '',
  isPrompt: false,
  seconds: null,
  ...more,
});
const recording = (more: Partial<Shown>) => screen({ step: 'recording', heading: 'Recording', ...more });

test('a new screen is said at once: its heading, and what it tells', () => {
  assert.deepEqual(whatToSay(null, screen({ told: 'Come closer' })), [
    { text: 'Your face in the oval. Come closer', urgency: 'at-once' },
  ]);
  assert.deepEqual(whatToSay(screen({}), screen({ step: 'begin', heading: 'Ready?', told: 'Hold it.' })), [
    { text: 'Ready? Hold it.', urgency: 'at-once' },
  ]);
});

test('a recording that asks for something says that alone, and each prompt as it comes', () => {
  const first = recording({ told: 'Look into the camera', isPrompt: true, seconds: '7' });
  assert.deepEqual(whatToSay(screen({}), first), [{ text: 'Look into the camera', urgency: 'at-once' }]);
  assert.deepEqual(whatToSay(first, { ...first, told: 'Blink your eyes' }), [
    { text: 'Blink your eyes', urgency: 'at-once' },
  ]);
});

test('hints wait until the voice is free', () => {
  assert.deepEqual(whatToSay(screen({ told: 'Come closer' }), screen({ told: 'Hold still' })), [
    { text: 'Hold still', urgency: 'next' },
  ]);
});

test('what was said is not said again', () => {
  assert.deepEqual(whatToSay(screen({ told: 'Come closer' }), screen({ told: 'Come closer' })), []);
  assert.deepEqual(whatToSay(screen({ told: 'Come closer' }), screen({})), []);
});

test('the last three seconds are counted, where the voice is free', () => {
  const said = ['5', '4', '3', '2', '1', '0'].flatMap((seconds, at, all) =>
    whatToSay(recording({ seconds: all[at - 1] ?? '6' }), recording({ seconds })),
  );
  assert.deepEqual(
    said,
    ['3', '2', '1'].map((text) => ({ text, urgency: 'if-free' })),
  );
});
