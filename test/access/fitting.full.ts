import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { noBrowser } from '../support/chromium.ts';
import { screens } from '../support/screens.ts';
import { Stage, type StagedWindow } from '../support/staged-page.ts';
import { misfits, sizes } from './fitting.ts';

// From a small phone to a desktop; `fitting-by-turns.full.ts` has a part of it.
describe('In each of the eleven languages all fits on', { skip: noBrowser }, () => {
  let stage: Stage;
  let window: StagedWindow;
  before(async () => {
    stage = await Stage.open();
    window = await stage.newWindow({ language: 'en', themeColor: '#2d72f1' }, { reducedMotion: 'reduce' });
  });
  after(() => stage.close());

  for (const screen of screens) {
    test(`the screen "${screen.name}"`, async () => {
      assert.deepEqual(await misfits(window, screen, sizes), []);
    });
  }
});
