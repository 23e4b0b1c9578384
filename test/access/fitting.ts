import type { Page } from 'playwright-core';
import { allLanguages, languageTags } from '../../page/verify/languages.ts';
import type { Screen } from '../support/screens.ts';
import type { StagedWindow } from '../support/staged-page.ts';
import { lostFromView } from './room-to-use.ts';

export type Size = { readonly width: number; readonly height: number };

/** A small phone, a usual one, a tablet, a desktop. */
export const sizes: readonly Size[] = [
  { width: 360, height: 640 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

/** A recording has no choice of language: there, and in the static first screen, the language is the one begun in. */
async function speaks(page: Page, language: (typeof allLanguages)[number]): Promise<boolean> {
  const choice = page.locator('[data-test="language"]');
  if ((await choice.count()) === 0) return false;
  await choice.selectOption(language);
  await page.locator(`html[lang="${languageTags[language]}"]`).waitFor();
  return true;
}

/** What does not fit on a screen, in each language that is chosen on it, in each size. */
export async function misfits(
  window: StagedWindow,
  screen: Screen,
  within: readonly Size[],
  languages: readonly (typeof allLanguages)[number][] = allLanguages,
): Promise<readonly string[]> {
  const page = await window.show(screen);
  const found: string[] = [];
  try {
    for (const language of languages) {
      if (!(await speaks(page, language))) break;
      for (const size of within) {
        await page.setViewportSize(size);
        const lost = await lostFromView(page);
        found.push(...lost.map((what) => `${language} ${size.width}x${size.height}: ${what}`));
      }
    }
    return found;
  } finally {
    await page.close();
  }
}
