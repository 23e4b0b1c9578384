import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { noBrowser } from '../support/chromium.ts';
import { heardOn, hushesOn, voicesFor } from '../support/heard-voice.ts';
import { screens } from '../support/screens.ts';
import { Stage, type StagedWindow } from '../support/staged-page.ts';

/** Slow: whatever is not ended is still being said at the end of the test. */
const english = voicesFor(['fr-FR', 'en-US'], { saysForMs: 60_000 });
const named = (name: string) => {
  const screen = screens.find((each) => each.name === name);
  assert.ok(screen, name);
  return screen;
};
const wanted = "localStorage.setItem('selfsame-voice', 'on');";
const hasPart =
  "performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.includes('voice-part') && responseEnd > 0)";
const texts = async (page: Page) => (await heardOn(page)).map(({ text }) => text);
const voiceSwitch = (page: Page) => page.locator('[data-test="voice"]');

/** Waits until what the page spoke last begins like this. */
async function lastSays(page: Page, beginning: string): Promise<void> {
  for (const until = Date.now() + 30_000; ; await page.waitForTimeout(20)) {
    const last = (await texts(page)).at(-1);
    if (last?.startsWith(beginning)) return;
    assert.ok(Date.now() < until, `the last words were: ${last}`);
  }
}

describe('The voice of the page', { skip: noBrowser }, () => {
  let stage: Stage;
  let window: StagedWindow;

  before(async () => {
    stage = await Stage.open();
    window = await stage.newWindow({ language: 'en', themeColor: '#002a5c' });
  });
  after(() => stage.close());

  test('is offered where the device has one for the language, which sends nothing to anybody', async () => {
    const offered = [
      { before: voicesFor([]), isOffered: false },
      { before: voicesFor(['th-TH']), isOffered: false },
      { before: voicesFor(['en-US'], { localService: false }), isOffered: false },
      { before: english, isOffered: true },
    ];
    for (const { before: script, isOffered } of offered) {
      const page = await window.show({ ...named('start'), before: script });
      while (!(await page.evaluate<boolean>(hasPart))) await page.waitForTimeout(20);
      // Long enough for its words, where they are wanted.
      await page.waitForTimeout(isOffered ? 0 : 300);
      if (isOffered) await voiceSwitch(page).waitFor();
      assert.equal(await voiceSwitch(page).count(), isOffered ? 1 : 0, script.slice(0, 80));
      await page.close();
    }
  });

  test('is off until it is switched on, by the keyboard too, and stays on for the next screen and the next visit', async () => {
    const page = await window.show({ ...named('start'), before: english });
    await voiceSwitch(page).focus();
    assert.deepEqual(await texts(page), []);
    await page.keyboard.press('Space');
    assert.deepEqual(await texts(page), ['The prompts are now read aloud.']);
    await page.locator('[data-test="exit"]').click();
    await lastSays(page, 'Leave the check?');
    assert.ok((await hushesOn(page)) > 0, 'what the step before was saying ended with it');
    await page.reload();
    await lastSays(page, 'Let’s check that it’s you');
    assert.equal(await voiceSwitch(page).isChecked(), true);
    await page.locator('[data-test="language"]').selectOption('th');
    await voiceSwitch(page).waitFor({ state: 'detached' });
    await page.locator('[data-test="language"]').selectOption('en');
    await voiceSwitch(page).uncheck();
    const before = (await texts(page)).length;
    await page.locator('[data-test="exit"]').click();
    await page.locator('main[data-step="exit"]').waitFor();
    assert.equal((await texts(page)).length, before);
    await page.close();
  });

  test('says a result in full, keeps a screen reader from saying it too, and ends when the page is hidden', async () => {
    const page = await window.show({ ...named('result'), before: `${english} ${wanted}` });
    await lastSays(page, 'No live person seen');
    const [said] = await texts(page);
    assert.match(said ?? '', /^No live person seen\. The video looked .* Film your own face/);
    const region = page.locator('[role="status"]');
    assert.equal(await region.getAttribute('aria-live'), 'off');
    const hushes = await hushesOn(page);
    await page.evaluate(`{
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }`);
    assert.equal(await hushesOn(page), hushes + 1);
    await page.evaluate(`{
      Object.defineProperty(document, 'hidden', { value: false, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }`);
    await voiceSwitch(page).uncheck();
    assert.equal(await region.getAttribute('aria-live'), null, 'a screen reader has its regions back');
    await page.close();
  });
});
