import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * Builds the browser programs into `page/dist`. The customer's page comes last: the set-up takes its date as the
 * date of the whole build, so a build that failed half-way is built again.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

for (const program of ['try', 'verify']) {
  if (!existsSync(`${root}page/${program}/index.html`)) continue;
  await build({ configFile: `${root}vite.config.ts`, mode: program, logLevel: 'warn' });
}
