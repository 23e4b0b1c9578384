import type { Page } from 'playwright-core';

/** Taps on one place after another, by their `data-test`; the last may be there only to be waited for. */
export function taps(...places: readonly string[]): (page: Page) => Promise<void> {
  return async (page) => {
    const [first, then] = places.map((place) => page.locator(`[data-test="${place}"]`));
    await first?.click();
    await then?.waitFor();
  };
}

/** Runs before the page's program: a browser without any camera. */
export const noCamera = 'Object.defineProperty(navigator, "mediaDevices", { value: undefined });';
/** One whose camera does not open, for the reason named (`DOMException.name`). */
export const refusing = (name: string) =>
  `navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', '${name}'); };`;
/** The browser of an app that gives none. */
export const inApp = `${noCamera} Object.defineProperty(navigator, 'userAgent', { value:
  'Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 Chrome/126.0.0.0 Mobile MicroMessenger/8.0.49' });`;
/** In a merchant's page, which hears what happens. */
export const framed = 'window.parent = { postMessage() {} };';
/** A desktop with nothing plugged in. */
export const noCameraListed = 'navigator.mediaDevices.enumerateDevices = async () => [];';

/** A photo of a card, drawn by the page itself and chosen as a file would be. */
export async function choosesPhoto(page: Page): Promise<void> {
  await page.locator('[data-test="card-file"]').waitFor({ state: 'attached' });
  const photo = await page.evaluate<string>(`{
    const canvas = Object.assign(document.createElement('canvas'), { width: 856, height: 540 });
    canvas.getContext('2d').fillRect(0, 0, 856, 540);
    canvas.toDataURL('image/jpeg').replace(/^.*,/, '');
  }`);
  const buffer = Buffer.from(photo, 'base64');
  await page
    .locator('[data-test="card-file"]')
    .setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer });
}

export async function choosesNoPhoto(page: Page): Promise<void> {
  const buffer = Buffer.from('no photo');
  await page
    .locator('[data-test="card-file"]')
    .setInputFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer });
}
