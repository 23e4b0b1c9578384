import { type Browser, chromium } from 'playwright-core';
import { fontEnvironment } from './page-fonts.ts';

// The set-up script that installs the browser also knows where it is. It is plain JavaScript, without types.
const setUp: string = new URL('../../scripts/ensure/browser.mjs', import.meta.url).href;
const { browserPath } = (await import(setUp)) as { browserPath(): string | undefined };
const found = browserPath();

/** Why the journeys cannot run here; false where they can. In CI they must. */
export const noBrowser: string | false = found
  ? false
  : 'NO BROWSER: set CHROME_PATH or install chromium, for nothing of the page is tested without it';
if (noBrowser && process.env.CI === 'true') throw new Error(noBrowser);

const quiet = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  // A name for the server that browsers do not trust without TLS, as they do `localhost`.
  '--host-resolver-rules=MAP untrusted.example 127.0.0.1',
];

/**
 * Starts a real Chromium with pinned fonts, whose one camera shows an .mjpeg file from its beginning each time it is
 * opened.
 */
export async function launchChromium(cameraFile?: string, more: readonly string[] = []): Promise<Browser> {
  if (!found) throw new Error(String(noBrowser));
  const camera = cameraFile === undefined ? [] : [`--use-file-for-fake-video-capture=${cameraFile}`];
  const args = [...quiet, ...camera, ...more];
  return await chromium.launch({
    executablePath: found,
    args,
    env: { ...process.env, ...fontEnvironment() },
  });
}
