import type { VNode } from 'preact';
import type { Language } from '../../../src/capture/page-shapes.ts';
import { spokenLanguage } from '../chosen-language.ts';
import { languageTags } from '../languages.ts';
import type { Say } from '../say.ts';
import type { Session } from '../session.ts';
import { localVoice } from './local-voice.ts';
import { readAloud } from './read-aloud.ts';
import { createSpeaker } from './speaker.ts';
import { VoiceSwitch } from './voice-switch.tsx';
import { isVoiceWanted, wantVoice } from './wanted-voice.ts';

/** Spoken prompts; a program part that comes after the first screen, and only where the browser can speak at all. */
export type VoicePart = {
  /** Whether this device has a voice of its own for the language; voices may come some time after the page. */
  canSpeak(language: Language): boolean;
  readonly Switch: (props: { readonly say: Say }) => VNode;
};

type VoiceParts = {
  readonly session: Session;
  /** The screens are in it. */
  readonly place: Element;
  /** There are other voices than before, or the switch was moved. */
  readonly onChange: () => void;
};

/** iOS is said to let a page speak only once it has spoken in answer to a touch; not tried on one (docs/accessibility.md). */
function unlockAtFirstTouch(synthesis: SpeechSynthesis): void {
  const unlock = () => synthesis.speak(new SpeechSynthesisUtterance(''));
  document.addEventListener('click', unlock, { once: true, capture: true });
}

export function createVoicePart({ session, place, onChange }: VoiceParts): VoicePart {
  const synthesis = window.speechSynthesis;
  const voiceFor = (language: Language) => localVoice(synthesis.getVoices(), language);

  function utter(text: string): SpeechSynthesisUtterance | null {
    const language = spokenLanguage(session.read());
    const voice = voiceFor(language);
    if (!voice) return null;
    return Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: languageTags[language] });
  }

  const speaker = createSpeaker({ synthesis, utter });
  let reading: AbortController | null = null;

  function start(from: 'here' | 'the-next'): void {
    reading = new AbortController();
    const canSpeak = () => voiceFor(spokenLanguage(session.read())) !== null;
    readAloud({ place, speaker, canSpeak, from, signal: reading.signal });
  }

  function onSwitch(isOn: boolean, say: Say): void {
    wantVoice(isOn);
    reading?.abort();
    reading = null;
    if (isOn) {
      start('the-next');
      speaker.say(say('voice.on'), 'at-once');
    }
    onChange();
  }

  if (isVoiceWanted()) {
    unlockAtFirstTouch(synthesis);
    start('here');
  }
  synthesis.addEventListener?.('voiceschanged', onChange);

  return {
    canSpeak: (language) => voiceFor(language) !== null,
    Switch: ({ say }) => (
      <VoiceSwitch say={say} isOn={reading !== null} onSwitch={(isOn) => onSwitch(isOn, say)} />
    ),
  };
}
