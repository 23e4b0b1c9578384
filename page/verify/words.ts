import type { Language } from '../../src/capture/page-shapes.ts';
import { type Say, sayWith } from './say.ts';

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
