import type { Language } from '../../src/capture/page-shapes.ts';
import { allLanguages, preferredLanguage } from './languages.ts';
import type { PageState } from './session.ts';

const storageKey = 'selfsame-language';

/** The language chosen earlier in this tab for this verification: another one begins in its own. */
export function rememberedLanguage(token: string): Language | null {
  try {
    const [name, of] = sessionStorage.getItem(storageKey)?.split(' ') ?? [];
    return of === token ? (allLanguages.find((each) => each === name) ?? null) : null;
  } catch {
    // Storage is blocked: after a reload the choice is made again.
    return null;
  }
}

export function rememberLanguage(token: string, language: Language): void {
  try {
    sessionStorage.setItem(storageKey, `${language} ${token}`);
  } catch {
    // See rememberedLanguage.
  }
}

/**
 * The language to speak: the one chosen, else the merchant's; a page that belongs to no verification, or cannot reach
 * it, speaks as the browser does.
 */
export function spokenLanguage({ language, view }: Pick<PageState, 'language' | 'view'>): Language {
  return language ?? view?.language ?? preferredLanguage(navigator.languages);
}
