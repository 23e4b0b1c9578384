import type { Language } from '../../../src/capture/page-shapes.ts';

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>;

/** What a voice's `lang` may begin with, the best first; where nothing is said, the language's own name. */
const beginnings: Readonly<Partial<Record<Language, readonly string[]>>> = {
  'zh-cn': ['zh-cn', 'zh-hans', 'cmn', 'zh'],
  'zh-tc': ['zh-tw', 'zh-hant', 'zh-hk', 'yue', 'cmn', 'zh'],
  id: ['id', 'in'],
  fil: ['fil', 'tl'],
};

/** `pt_BR` on some Android devices, `pt-BR` elsewhere. */
const begins = (lang: string, beginning: string) =>
  `${lang.toLowerCase().replace(/_/g, '-')}-`.startsWith(`${beginning}-`);

/**
 * The voice of this device that reads a language, or null. Only voices that are a `localService` (Web Speech API,
 * SpeechSynthesisVoice): the others send what they read to their maker, and this page sends nobody anything.
 */
export function localVoice<Any extends Voice>(voices: readonly Any[], language: Language): Any | null {
  const local = voices.filter(({ localService }) => localService);
  for (const beginning of beginnings[language] ?? [language]) {
    const voice = local.find(({ lang }) => begins(lang, beginning));
    if (voice) return voice;
  }
  return null;
}
