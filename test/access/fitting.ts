import { allLanguages } from '../../page/verify/languages.ts';
import type { Language } from '../../src/capture/page-shapes.ts';
import type { Screen } from '../support/screens.ts';
import type { Stage, StagedWindow } from '../support/staged-page.ts';
import { lostInLanguages } from './room-to-use.ts';

export type Size = { readonly width: number; readonly height: number };

/** A small phone, a usual one, a tablet, a desktop. */
export const sizes: readonly Size[] = [
  { width: 360, height: 640 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];

/** A window for each language, since a recording offers no choice of it. */
export type Windows = ReadonlyMap<Language, StagedWindow>;

export async function openWindows(stage: Stage): Promise<Windows> {
  const windows = new Map<Language, StagedWindow>();
  for (const language of allLanguages) {
    const look = { language, themeColor: '#2d72f1' } as const;
    windows.set(language, await stage.newWindow(look, { reducedMotion: 'reduce' }));
  }
  return windows;
}

/** What does not fit on a screen, in each language and each size. */
export async function misfits(windows: Windows, screen: Screen): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [language, window] of windows) {
    const page = await window.show(screen);
    try {
      const mayChoose = (await page.locator('[data-test="language"]').count()) > 0;
      for (const size of sizes) {
        await page.setViewportSize(size);
        found.push(...(await lostInLanguages(page, mayChoose ? allLanguages : [language])));
      }
      if (mayChoose) break;
    } finally {
      await page.close();
    }
  }
  return found;
}
