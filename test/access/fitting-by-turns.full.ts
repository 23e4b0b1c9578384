import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { allLanguages } from '../../page/verify/languages.ts';
import { noBrowser } from '../support/chromium.ts';
import { screens } from '../support/screens.ts';
import { Stage, type StagedWindow } from '../support/staged-page.ts';
import { misfits, sizes } from './fitting.ts';

// On the smallest phone, where text is cut off first, four languages a screen in turn; `fitting.full.ts` has all in all sizes.
describe('In languages by turns all fits on', { skip: noBrowser }, () => {
  let stage: Stage;
  let window: StagedWindow;
  before(async () => {
    stage = await Stage.open();
    window = await stage.newWindow({ language: 'en', themeColor: '#2d72f1' }, { reducedMotion: 'reduce' });
  });
  after(() => stage.close());

  screens.forEach((screen, at) => {
    test(`the screen "${screen.name}"`, async () => {
      const languages = [0, 3, 6, 9].map((step) => allLanguages[(at + step) % allLanguages.length] ?? 'en');
      assert.deepEqual(await misfits(window, screen, sizes.slice(0, 1), languages), []);
    });
  });
});
