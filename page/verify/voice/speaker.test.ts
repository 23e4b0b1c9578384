import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSpeaker } from './speaker.ts';

/** A voice that says what it is given until it is told to end. */
function slowVoice() {
  const begun: string[] = [];
  let saying: EventTarget | null = null;
  let cancels = 0;
  const utter = (text: string) => Object.assign(new EventTarget(), { text }) as SpeechSynthesisUtterance;
  const synthesis = {
    speak(utterance: SpeechSynthesisUtterance) {
      begun.push(utterance.text);
      saying = utterance;
    },
    cancel() {
      cancels += 1;
      // Browsers tell of it later.
      const cut = saying;
      setImmediate(() => cut?.dispatchEvent(new Event('error')));
    },
  };
  const ends = () => saying?.dispatchEvent(new Event('end'));
  return { speaker: createSpeaker({ synthesis, utter }), begun, ends, cancels: () => cancels };
}
const later = () => new Promise((resolve) => setImmediate(resolve));

test('what is to be done now is said now, in place of what is being said', async () => {
  const { speaker, begun, cancels } = slowVoice();
  speaker.say('Look into the camera', 'at-once');
  speaker.say('Blink your eyes', 'at-once');
  await later();
  assert.deepEqual(begun, ['Look into the camera', 'Blink your eyes']);
  assert.equal(cancels(), 1);
});

test('hints wait for each other, and only the newest is said', () => {
  const { speaker, begun, ends } = slowVoice();
  speaker.say('Come closer', 'next');
  speaker.say('Hold still', 'next');
  speaker.say('Find more light', 'next');
  ends();
  assert.deepEqual(begun, ['Come closer', 'Find more light']);
});

test('a second that the voice had no time for is not said late', () => {
  const { speaker, begun, ends } = slowVoice();
  speaker.say('Look into the camera', 'at-once');
  speaker.say('3', 'if-free');
  ends();
  speaker.say('2', 'if-free');
  assert.deepEqual(begun, ['Look into the camera', '2']);
});

test('a voice that is hushed says nothing of what was to follow, also when its end is told late', async () => {
  const { speaker, begun, cancels } = slowVoice();
  speaker.say('Come closer', 'next');
  speaker.say('Hold still', 'next');
  speaker.hush();
  await later();
  assert.deepEqual(begun, ['Come closer']);
  assert.equal(cancels(), 1);
});

test('where there is no voice for the language nothing is said', () => {
  const synthesis = { speak: () => assert.fail('spoke'), cancel: () => {} };
  createSpeaker({ synthesis, utter: () => null }).say('Come closer', 'at-once');
});
