import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { noBrowser } from '../support/chromium.ts';
import { screens } from '../support/screens.ts';
import { Stage } from '../support/staged-page.ts';
import { misfits, openWindows, type Windows } from './fitting.ts';

// From a small phone to a desktop; `screens.test.ts` looks at the smallest phone alone, and at three languages by turns.
describe('In each of the eleven languages all fits on', { skip: noBrowser }, () => {
  let stage: Stage;
  let windows: Windows;
  before(async () => {
    stage = await Stage.open();
    windows = await openWindows(stage);
  });
  after(() => stage.close());

  for (const screen of screens) {
    test(`the screen "${screen.name}"`, async () => {
      assert.deepEqual(await misfits(windows, screen), []);
    });
  }
});
