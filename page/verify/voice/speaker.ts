/**
 * `at-once` takes the place of what is being said: what it says is to be done now. `next` is said when the voice is free,
 * unless something newer takes its place: half words help nobody. `if-free` is not said late: a second that is over is
 * wrong.
 */
export type Urgency = 'at-once' | 'next' | 'if-free';

export type Speaker = {
  say(text: string, urgency: Urgency): void;
  /** Ends what is being said, and forgets what was to follow. */
  hush(): void;
};

export type SpeakerParts = {
  readonly synthesis: Pick<SpeechSynthesis, 'speak' | 'cancel'>;
  /** Null where nothing can be said: there is no voice for the language. */
  readonly utter: (text: string) => SpeechSynthesisUtterance | null;
};

/** One voice that never says two things in a row where the second has overtaken the first. */
export function createSpeaker({ synthesis, utter }: SpeakerParts): Speaker {
  // Held here also because browsers forget an utterance, and with it its events, that nobody holds.
  let current: SpeechSynthesisUtterance | null = null;
  let waiting: string | null = null;

  function hush(): void {
    waiting = null;
    if (!current) return;
    current = null;
    synthesis.cancel();
  }

  function speak(text: string): void {
    const utterance = utter(text);
    if (!utterance) return;
    current = utterance;
    const end = () => {
      if (current !== utterance) return;
      current = null;
      const next = waiting;
      waiting = null;
      if (next !== null) speak(next);
    };
    utterance.addEventListener('end', end);
    // A browser refuses to speak before it was touched: the next words are tried again.
    utterance.addEventListener('error', end);
    synthesis.speak(utterance);
  }

  return {
    hush,
    say(text, urgency) {
      if (urgency === 'at-once') hush();
      if (!current) speak(text);
      else if (urgency === 'next') waiting = text;
    },
  };
}
