// A real Chromium (and ffmpeg, so that both decoders are tested) for the tests.
import { existsSync } from 'node:fs';
import { findProgram, run, say } from './place.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser that the tests drive: CHROME_PATH, then whatever PATH has. */
export function browserPath() {
  if (process.env.CHROME_PATH && existsSync(process.env.CHROME_PATH)) return process.env.CHROME_PATH;
  return findProgram(names);
}

function canInstall() {
  return process.getuid?.() === 0 && findProgram(['apt-get']) !== undefined;
}

export function ensureBrowser() {
  const wanted = [...(browserPath() ? [] : ['chromium']), ...(findProgram(['ffmpeg']) ? [] : ['ffmpeg'])];
  if (wanted.length === 0) return;
  if (canInstall()) {
    say(`installing ${wanted.join(' and ')} for the tests`);
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...wanted], quiet);
  }
  if (browserPath()) return;
  const plea = 'NO BROWSER: set CHROME_PATH or install chromium; the journeys cannot run without it';
  if (process.env.CI === 'true') throw new Error(plea);
  say(`${plea} and are SKIPPED`);
}
