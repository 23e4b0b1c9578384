import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Language } from '../../src/token/languages.ts';
import {
  enlargeText,
  lostFromView,
  lostInLanguages,
  movingParts,
  overlappingTargets,
  smallTargets,
} from './room-to-use.ts';

/** WCAG 2.2 AA and all that it builds on, and what the makers of axe-core hold to be good practice beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const phone = { width: 360, height: 640 };
/** 1280x1024 at 400 % (WCAG 2.2 §1.4.10). */
const reflowed = { width: 320, height: 256 };

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** Violations by axe-core, in words. `runOnly` as `axe.run` takes it. */
async function violations(page: Page, where: string, runOnly: unknown): Promise<readonly string[]> {
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] });
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id} at ${html}`));
}

const named = (where: string, found: readonly string[]) => found.map((each) => `${where}: ${each}`);

/** Chooses Arabic by the page's own list; false where a screen offers none. */
async function speaksArabic(page: Page): Promise<boolean> {
  const choice = page.locator('[data-test="language"]');
  if ((await choice.count()) === 0) return false;
  await choice.selectOption('ar');
  await page.locator('html[lang="ar"]').waitFor();
  return true;
}

/**
 * All that keeps somebody from seeing, reading or touching a screen: in light and dark, in a small window, with letters
 * twice as large, and in Arabic; on a phone in some languages (`fitting.full.ts` takes all). What goes by colour alone is looked for again in the dark.
 */
export async function findAll(page: Page, languages: readonly Language[]): Promise<readonly string[]> {
  const found: string[] = [];
  await page.evaluate(axe.source);
  const look = async (where: string) => {
    await page.emulateMedia({ colorScheme: 'light' });
    found.push(...(await violations(page, where, tags)));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await violations(page, `${where}, dark`, { type: 'rule', values: ['color-contrast'] })));
  };
  found.push(...named('too small', await smallTargets(page)));
  found.push(...named('overlap', await overlappingTargets(page)));
  found.push(...named('moves', await movingParts(page)));
  await look('English');
  await page.setViewportSize(reflowed);
  found.push(...named('at 320x256', await lostFromView(page)));
  await page.setViewportSize(phone);
  found.push(...(await lostInLanguages(page, languages)));
  if (await speaksArabic(page)) await look('Arabic');
  await enlargeText(page);
  found.push(...named('with large letters', await lostFromView(page)));
  return found;
}
