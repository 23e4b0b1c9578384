import { type Browser, firefox } from 'playwright-core';
import type { Engine } from './journeys.ts';
import { fontEnvironment } from './page-fonts.ts';

// The set-up script that finds programs is plain JavaScript, without types.
const setUp: string = new URL('../../scripts/ensure/place.mjs', import.meta.url).href;
const { findProgram } = (await import(setUp)) as {
  findProgram(names: readonly string[]): string | undefined;
};
const found = process.env.FIREFOX_PATH ?? findProgram(['firefox-esr', 'firefox']);

/** Preferences of Firefox by name, as `about:config` has them. */
type Preferences = Readonly<Record<string, boolean | number | string>>;

/** Nothing is to be asked for that the page did not ask for: a foreign request is then the page's own. */
const quiet: Preferences = {
  'app.normandy.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

/** Its processes may else read no fonts outside the system's folders: all letters would be boxes. */
const pinnedFonts: Preferences = { 'security.sandbox.content.level': 0 };

/** Its own fake camera, allowed without a question: 640x480, one colour that changes all the time, and nobody in it. */
const fakeCamera: Preferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
};

/** The camera is refused without a question, as by a customer who once chose so. */
const refusedCamera: Preferences = { 'media.navigator.streams.fake': true, 'permissions.default.camera': 2 };

type Inside = { _connection: { toImpl(browser: Browser): { _browserSession: Session } } };
type Session = { send(method: string, ...more: unknown[]): Promise<unknown> };

/**
 * Playwright sends this at every new context; Firefox knows it only after 153, and the whole context fails. It sets colour
 * schemes, which nobody here asks for.
 */
function spareMediaFeatures(browser: Browser): void {
  const session = (browser as unknown as Inside)._connection.toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = async (method, ...more) =>
    method === 'emulation.setMediaFeaturesOverride' ? {} : await send(method, ...more);
}

async function launchFirefox(camera: Preferences): Promise<Browser> {
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    ...(found && { executablePath: found }),
    firefoxUserPrefs: { ...quiet, ...pinnedFonts, ...camera },
    env: { ...process.env, ...fontEnvironment() },
  });
  spareMediaFeatures(browser);
  return browser;
}

function engineWith(camera: Preferences): Engine {
  return {
    missing: found ? false : 'NO FIREFOX: set FIREFOX_PATH or install firefox-esr to drive the page in it',
    launch: () => launchFirefox(camera),
    phone: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 1, hasTouch: true },
  };
}

/** A real Firefox by WebDriver BiDi. Its camera cannot show a film: `filmByScript` puts one in its place. */
export const firefoxWithCamera = engineWith(fakeCamera);
export const firefoxRefusing = engineWith(refusedCamera);
