import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { lostInLanguages, overlappingTargets, smallTargets } from '../access/room-to-use.ts';
import { firefoxWithCamera } from '../support/firefox.ts';
import { screens } from '../support/screens.ts';
import { Stage, type StagedWindow } from '../support/staged-page.ts';

// The scripts that differ most; all eleven are looked at in Chromium (`test/access`).
const languages = ['en', 'zh-tc', 'th', 'ar'] as const;

describe('On a small phone in Firefox', { skip: firefoxWithCamera.missing }, () => {
  let stage: Stage;
  let window: StagedWindow;
  before(async () => {
    stage = await Stage.open(() => firefoxWithCamera.launch('', []));
    window = await stage.newWindow({ language: 'en', themeColor: '#2d72f1' });
  });
  after(() => stage.close());

  for (const screen of screens) {
    test(`nothing is lost from view or too small to touch on the screen "${screen.name}"`, async () => {
      const page = await window.show(screen);
      try {
        assert.deepEqual(await smallTargets(page), []);
        assert.deepEqual(await overlappingTargets(page), []);
        assert.deepEqual(await lostInLanguages(page, languages), []);
      } finally {
        await page.close();
      }
    });
  }
});
