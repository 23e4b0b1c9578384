import type { Language } from '../../src/capture/page-shapes.ts';
import { type Say, sayWith } from './say.ts';

export type { Say };

/** The page's words; English is the list that the other languages must match. */
export type Words = typeof import('./i18n/en.json');
/** What is said where a card is asked for: a file of its own, which other verifications never load. */
export type CardWords = typeof import('./i18n/card/en.json');
/** What is said where a recording has to answer a challenge. */
export type ChallengeWords = typeof import('./i18n/challenge/en.json');
/** What is said where a device or browser needs another way on. */
export type DeviceWords = typeof import('./i18n/device/en.json');
/** What is said where the prompts can be spoken. */
export type VoiceWords = typeof import('./i18n/voice/en.json');
/** What is said where finer guidance can be given than what all can do without. */
export type GuideWords = typeof import('./i18n/guide/en.json');
/** `key#one`, `key#other` and so on are what `key` says, by number. */
type Whole<Key> = Key extends `${infer Name}#${string}` ? Name : Key;
export type WordKey = Whole<
  | keyof Words
  | keyof CardWords
  | keyof ChallengeWords
  | keyof DeviceWords
  | keyof VoiceWords
  | keyof GuideWords
>;

/** Words beside the page's own, which only some verifications load. */
export type WordPart = 'card' | 'challenge' | 'device' | 'voice' | 'guide';

type Loaded = Promise<{ default: Readonly<Record<string, string>> }>;

/** One file a language, loaded alone; a test holds that there is one for each. */
const files: Readonly<Record<'page' | WordPart, (language: Language) => Loaded>> = {
  page: (language) => import(`./i18n/${language}.json`),
  card: (language) => import(`./i18n/card/${language}.json`),
  challenge: (language) => import(`./i18n/challenge/${language}.json`),
  device: (language) => import(`./i18n/device/${language}.json`),
  voice: (language) => import(`./i18n/voice/${language}.json`),
  guide: (language) => import(`./i18n/guide/${language}.json`),
};

/** Loads a language with the parts named; of a part that is not loaded no key may be said. */
export async function loadWords(language: Language, parts: readonly WordPart[] = []): Promise<Say> {
  const loaded = await Promise.all([files.page(language), ...parts.map((part) => files[part](language))]);
  return sayWith(Object.assign({}, ...loaded.map((file) => file.default)), language);
}
