import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

/**
 * Builds the browser programs into `page/dist`. The customer's page comes last: the set-up takes its date as the
 * date of the whole build, so a build that failed half-way is built again.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

/** Beside each asset its compressed forms, which the server hands out as they are: a slow line carries a third. */
function compressAssets(program: string): void {
  const folder = `${root}page/dist/${program}/assets/`;
  for (const name of globSync('*.{js,css,svg}', { cwd: folder })) {
    const bytes = readFileSync(folder + name);
    writeFileSync(`${folder}${name}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${folder}${name}.br`, brotliCompressSync(bytes));
  }
}

for (const program of ['try', 'verify']) {
  if (!existsSync(`${root}page/${program}/index.html`)) continue;
  await build({ configFile: `${root}vite.config.ts`, mode: program, logLevel: 'warn' });
  compressAssets(program);
}
