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
/** `key#one`, `key#other` and so on are what `key` says, by number. */
type Whole<Key> = Key extends `${infer Name}#${string}` ? Name : Key;
export type WordKey = Whole<keyof Words | keyof CardWords | keyof ChallengeWords | keyof DeviceWords>;

/** Words beside the page's own, which only some verifications load. */
export type WordPart = 'card' | 'challenge' | 'device';

type Loaded = Promise<{ default: Readonly<Record<string, string>> }>;
type Files = Readonly<Record<Language, () => Loaded>>;

/** One file a language, loaded alone. */
const files: Files = {
  en: () => import('./i18n/en.json'),
  th: () => import('./i18n/th.json'),
  'zh-cn': () => import('./i18n/zh-cn.json'),
  'zh-tc': () => import('./i18n/zh-tc.json'),
  id: () => import('./i18n/id.json'),
};

const partFiles: Readonly<Record<WordPart, Files>> = {
  card: {
    en: () => import('./i18n/card/en.json'),
    th: () => import('./i18n/card/th.json'),
    'zh-cn': () => import('./i18n/card/zh-cn.json'),
    'zh-tc': () => import('./i18n/card/zh-tc.json'),
    id: () => import('./i18n/card/id.json'),
  },
  challenge: {
    en: () => import('./i18n/challenge/en.json'),
    th: () => import('./i18n/challenge/th.json'),
    'zh-cn': () => import('./i18n/challenge/zh-cn.json'),
    'zh-tc': () => import('./i18n/challenge/zh-tc.json'),
    id: () => import('./i18n/challenge/id.json'),
  },
  device: {
    en: () => import('./i18n/device/en.json'),
    th: () => import('./i18n/device/th.json'),
    'zh-cn': () => import('./i18n/device/zh-cn.json'),
    'zh-tc': () => import('./i18n/device/zh-tc.json'),
    id: () => import('./i18n/device/id.json'),
  },
};

/** Loads a language with the parts named; of a part that is not loaded no key may be said. */
export async function loadWords(language: Language, parts: readonly WordPart[] = []): Promise<Say> {
  const loaded = await Promise.all([files[language](), ...parts.map((part) => partFiles[part][language]())]);
  return sayWith(Object.assign({}, ...loaded.map((file) => file.default)), language);
}
