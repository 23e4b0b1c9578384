import type { Language } from '../../src/capture/page-shapes.ts';
import { directionOf, languageTags } from './languages.ts';
import type { Say } from './say.ts';
import { loadWords, type WordPart } from './words.ts';

/** Words that did not come are asked for again this often: without them the page can say nothing. */
const askAgainMs = 2_000;

export type Speech = {
  /** The words of the language asked for last; null until they are here. */
  say(): Say | null;
  /** Whether the words of this part can be said. */
  knows(part: WordPart): boolean;
  /** Loads a language with the parts named, tells the document of it and calls `onWords`. Asking again does nothing. */
  speak(language: Language, parts?: readonly WordPart[]): void;
};

/** The one language that the page speaks. `load` is `loadWords` but in tests. */
export function createSpeech(
  document: Pick<Document, 'title'> & { readonly documentElement: Pick<HTMLElement, 'lang' | 'dir'> },
  onWords: () => void,
  load: typeof loadWords = loadWords,
): Speech {
  let wanted: string | null = null;
  let said: Say | null = null;
  let known: readonly WordPart[] = [];

  async function bring(language: Language, parts: readonly WordPart[], name: string): Promise<void> {
    const say = await load(language, parts).catch(() => null);
    if (name !== wanted) return;
    if (!say) {
      setTimeout(() => void bring(language, parts, name), askAgainMs);
      return;
    }
    said = say;
    known = parts;
    document.documentElement.lang = languageTags[language];
    document.documentElement.dir = directionOf(language);
    document.title = say('title');
    onWords();
  }

  return {
    say: () => said,
    knows: (part) => known.includes(part),
    speak(language, parts = []) {
      const name = [language, ...parts].join(' ');
      if (name === wanted) return;
      wanted = name;
      void bring(language, parts, name);
    },
  };
}
