import type { Language } from '../../src/capture/page-shapes.ts';

/** The page's words; English is the list that the other languages must match. */
export type Words = typeof import('./i18n/en.json');
/** What is said where a card is asked for: a file of its own, which other verifications never load. */
export type CardWords = typeof import('./i18n/card/en.json');
/** What is said where a recording has to answer a challenge. */
export type ChallengeWords = typeof import('./i18n/challenge/en.json');
export type WordKey = keyof Words | keyof CardWords | keyof ChallengeWords;

/** Words beside the page's own, which only some verifications load. */
export type WordPart = 'card' | 'challenge';

/** Says a text, with `{name}` filled in. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** One file a language, loaded alone. */
const files: Readonly<Record<Language, () => Promise<{ default: Words }>>> = {
  en: () => import('./i18n/en.json'),
  th: () => import('./i18n/th.json'),
  'zh-cn': () => import('./i18n/zh-cn.json'),
  'zh-tc': () => import('./i18n/zh-tc.json'),
  id: () => import('./i18n/id.json'),
};

type PartWords = CardWords | ChallengeWords;

const partFiles: Readonly<
  Record<WordPart, Readonly<Record<Language, () => Promise<{ default: PartWords }>>>>
> = {
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
};

/** What the document says of its language (BCP 47). */
export const languageTags: Readonly<Record<Language, string>> = {
  en: 'en',
  th: 'th',
  'zh-cn': 'zh-Hans',
  'zh-tc': 'zh-Hant',
  id: 'id',
};

/** For pages that belong to no verification: the first of ours that the browser's languages name, else English. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted.map((each) => each.toLowerCase())) {
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-tc';
    if (tag.startsWith('zh')) return 'zh-cn';
    const language = (['en', 'th', 'id'] as const).find((each) => tag.split('-')[0] === each);
    if (language) return language;
  }
  return 'en';
}

/** Loads a language with the parts named; of a part that is not loaded no key may be said. */
export async function loadWords(language: Language, parts: readonly WordPart[] = []): Promise<Say> {
  const loaded = await Promise.all([files[language](), ...parts.map((part) => partFiles[part][language]())]);
  const words: Readonly<Record<string, string>> = Object.assign({}, ...loaded.map((file) => file.default));
  return (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
