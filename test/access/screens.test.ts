import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { noBrowser } from '../support/chromium.ts';
import { screens } from '../support/screens.ts';
import { Stage, type StagedWindow } from '../support/staged-page.ts';
import { findAll } from './find-all.ts';

/** Merchants choose any colour: next to white, and next to black. */
const themeColors = ['#ffd400', '#002a5c'] as const;

describe('Everybody can see, read and touch all of', { skip: noBrowser, concurrency: 3 }, () => {
  let stage: Stage;
  const windows: StagedWindow[] = [];

  before(async () => {
    stage = await Stage.open();
    for (const themeColor of themeColors)
      windows.push(await stage.newWindow({ language: 'en', themeColor }, { reducedMotion: 'reduce' }));
  });
  after(() => stage.close());

  // Each colour on every other screen.
  screens.forEach((screen, at) => {
    test(`the screen "${screen.name}"`, async () => {
      const window = windows[at % windows.length];
      assert.ok(window);
      const page = await window.show(screen);
      try {
        assert.deepEqual(await findAll(page), []);
      } finally {
        await page.close();
      }
    });
  });
});
