import type { CDPSession, Page } from 'playwright-core';
import sharp from 'sharp';
import { languageTags } from '../../page/verify/languages.ts';
import type { Language } from '../../src/capture/page-shapes.ts';
import type { Screen } from '../support/screens.ts';
import type { StagedWindow } from '../support/staged-page.ts';

/** One look of a screen, and where its picture lies on the screen's sheet. */
export type Tile = {
  readonly name: string;
  readonly language: Language;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
};

const languages: readonly Language[] = ['en', 'zh-tc', 'th', 'ar'];
const sizes = [
  { width: 360, height: 640 },
  { width: 390, height: 844 },
] as const;
const schemes = ['light', 'dark'] as const;

/** A row for each language; in it a small phone in light and dark, then a usual one. */
export const tiles: readonly Tile[] = languages.flatMap((language, row) =>
  sizes.flatMap((size, at) =>
    schemes.map((scheme, column) => ({
      name: `${language} ${size.width} ${scheme}`,
      language,
      scheme,
      ...size,
      left: at * 2 * sizes[0].width + column * size.width,
      top: row * sizes[1].height,
    })),
  ),
);

/** Of all tiles together, in pixels. */
export const sheetSize = {
  width: 2 * (sizes[0].width + sizes[1].width),
  height: languages.length * sizes[1].height,
};

async function takeTile(
  page: Page,
  devtools: CDPSession,
  { language, scheme, width, height }: Tile,
): Promise<Buffer> {
  const choice = page.locator('[data-test="language"]');
  if ((await choice.inputValue()) !== language) await choice.selectOption(language);
  await page.locator(`html[lang="${languageTags[language]}"]`).waitFor();
  await page.emulateMedia({ colorScheme: scheme });
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height });
  const { data } = await devtools.send('Page.captureScreenshot', { optimizeForSpeed: true });
  return await sharp(Buffer.from(data, 'base64')).removeAlpha().raw().toBuffer();
}

function lay(sheet: Buffer, { left, top, width, height }: Tile, pixels: Buffer): void {
  if (pixels.length !== 3 * width * height) throw new Error('the picture has another size than its tile');
  for (let y = 0; y < height; y++)
    pixels.copy(sheet, 3 * ((top + y) * sheetSize.width + left), 3 * y * width, 3 * (y + 1) * width);
}

/** The pictures of a screen in all its looks: the sheet's pixels, three bytes each. */
export async function takeSheet(window: StagedWindow, screen: Screen): Promise<Buffer> {
  const page = await window.show(screen);
  try {
    const devtools = await window.context.newCDPSession(page);
    const sheet = Buffer.alloc(3 * sheetSize.width * sheetSize.height, 128);
    for (const tile of tiles) lay(sheet, tile, await takeTile(page, devtools, tile));
    return sheet;
  } finally {
    await page.close();
  }
}
