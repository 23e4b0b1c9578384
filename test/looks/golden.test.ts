import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { noBrowser } from '../support/chromium.ts';
import { Stage, type StagedWindow } from '../support/staged-page.ts';
import { differences } from './differences.ts';
import { goldenScreens, majorOf, packSheet, readGolden, readMajor } from './golden.ts';
import { takeSheet } from './sheet.ts';

/** For whoever looks at what has changed. */
const seen = new URL('../../.cache/looks/', import.meta.url);

describe('As it was last looked at stands', { skip: noBrowser }, () => {
  let stage: Stage;
  let window: StagedWindow;
  before(async () => {
    stage = await Stage.open();
    window = await stage.newWindow({ language: 'en', themeColor: '#2d72f1' }, { reducedMotion: 'reduce' });
  });
  after(() => stage.close());

  for (const screen of goldenScreens) {
    test(`the screen "${screen.name}"`, async (t) => {
      const major = majorOf(stage.browserVersion);
      if (major !== readMajor()) {
        t.skip(`GOLDEN PICTURES NOT COMPARED: they are of Chromium ${readMajor()}, this is ${major}`);
        return;
      }
      const golden = await readGolden(screen);
      assert.ok(golden, 'take it: node test/looks/take.ts');
      const now = await takeSheet(window, screen);
      const found = differences(golden, now);
      mkdirSync(seen, { recursive: true });
      if (found.length > 0) writeFileSync(new URL(`${screen.name}.webp`, seen), await packSheet(now));
      assert.deepEqual(found, [], 'see .cache/looks; if it is meant so: node test/looks/take.ts, and look');
    });
  }
});
