import { isMainThread } from 'node:worker_threads';
import { families } from './families.ts';
import { fontConfiguration } from './font-folder.ts';

let isInstalled = false;

/**
 * Makes the text renderer inside sharp see our pinned fonts and no others. Must come before the first text that this
 * process draws: the renderer looks for its fonts only once. Throws in a worker thread, whose environment the renderer
 * does not see.
 */
export function installFonts(): void {
  if (isInstalled) return;
  if (!isMainThread) throw new Error('Specimens are drawn in the main thread only.');
  process.env.FONTCONFIG_FILE = fontConfiguration('specimen-fonts', Object.values(families));
  isInstalled = true;
}
