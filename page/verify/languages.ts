import type { Language } from '../../src/capture/page-shapes.ts';

/** What the document says of its language (BCP 47). */
export const languageTags: Readonly<Record<Language, string>> = {
  en: 'en',
  th: 'th',
  'zh-cn': 'zh-Hans',
  'zh-tc': 'zh-Hant',
  id: 'id',
  ms: 'ms',
  fil: 'fil',
  vi: 'vi',
  ja: 'ja',
  ko: 'ko',
  ar: 'ar',
};

/** Each in its own language, as CLDR has it: who looks for one may read no other. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  th: 'ไทย',
  'zh-cn': '简体中文',
  'zh-tc': '繁體中文',
  id: 'Indonesia',
  ms: 'Melayu',
  fil: 'Filipino',
  vi: 'Tiếng Việt',
  ja: '日本語',
  ko: '한국어',
  ar: 'العربية',
};

export const allLanguages = Object.keys(languageNames) as readonly Language[];

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

/**
 * For `Intl`. The digits are 0 to 9 in every language: a code is read out to a help desk, and a number is compared with
 * a card, whose digits those are; and `ar` alone would mean other digits in one browser than in the next.
 */
export const localeOf = (tag: string): string => `${tag}-u-nu-latn`;

/** What browsers may call a language of ours, before the first hyphen. */
const browserNames: Readonly<Record<string, Language>> = { in: 'id', tl: 'fil' };

/** For pages that belong to no verification: the first of ours that the browser's languages name, else English. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted.map((each) => each.toLowerCase())) {
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-tc';
    const [base = ''] = tag.split('-');
    if (base === 'zh') return 'zh-cn';
    const language = browserNames[base] ?? allLanguages.find((each) => each === base);
    if (language) return language;
  }
  return 'en';
}
