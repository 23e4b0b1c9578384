import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allLanguages } from '../../page/verify/languages.ts';
import { noBrowser } from '../support/chromium.ts';
import { screens } from '../support/screens.ts';
import { Stage, type StagedWindow } from '../support/staged-page.ts';
import { findAll } from './find-all.ts';

/** Merchants choose any colour: next to white, and next to black. */
const themeColors = ['#ffd400', '#002a5c'] as const;

/** Neighbours by turns, so that all come up equally often. */
const languagesAt = (at: number) =>
  [0, 1, 2].map((next) => allLanguages[(3 * at + next) % allLanguages.length]!);

/** `isWanted`: of the screens by their place in the list, those to look at. */
export function lookAtScreens(isWanted: (at: number) => boolean): void {
  describe('Everybody can see, read and touch all of', { skip: noBrowser, concurrency: 3 }, () => {
    let stage: Stage;
    const windows: StagedWindow[] = [];

    before(async () => {
      stage = await Stage.open();
      for (const themeColor of themeColors)
        windows.push(await stage.newWindow({ language: 'en', themeColor }, { reducedMotion: 'reduce' }));
    });
    after(() => stage.close());

    // Each colour on every other screen, and of the languages three by turns: `fitting.full.ts` takes all on each.
    screens.forEach((screen, at) => {
      if (!isWanted(at)) return;
      test(`the screen "${screen.name}"`, async () => {
        const window = windows[at % windows.length];
        assert.ok(window);
        const page = await window.show(screen);
        try {
          assert.deepEqual(await findAll(page, languagesAt(at)), []);
        } finally {
          await page.close();
        }
      });
    });
  });
}
