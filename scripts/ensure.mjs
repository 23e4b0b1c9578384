// Makes a clean clone able to run: dependencies, weights, decoder, page and (with --tests) the browser.
// Every npm script runs it first. It uses Node built-ins only, works on Node 20, needs no network once
// everything is in place, and writes to stderr alone so that `--json` commands own stdout.
import { ensureBrowser } from './ensure/browser.mjs';
import { ensureDecoder } from './ensure/decoder.mjs';
import { ensureDependencies } from './ensure/dependencies.mjs';
import { withLock } from './ensure/lock.mjs';
import { ensurePage } from './ensure/page.mjs';
import { ensureTables } from './ensure/tables.mjs';
import { ensureWeights } from './ensure/weights.mjs';

try {
  await withLock(async () => {
    ensureDependencies();
    ensureDecoder();
    await ensureWeights();
    ensureTables();
    ensurePage();
    if (process.argv.includes('--tests')) ensureBrowser();
  });
} catch (error) {
  process.stderr.write(`selfsame set-up failed: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
