import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';
import { packDetector } from './pack-detector.ts';

/**
 * Builds the browser programs into `page/dist`. The customer's page comes last: the set-up takes its date as the
 * date of the whole build, so a build that failed half-way is built again.
 */
const root = fileURLToPath(new URL('..', import.meta.url));

/** What the page imports as the address of its detector's weights; they are made from the server's own model. */
const weightsName = 'virtual:detector-weights';

const detectorWeights: Plugin = {
  name: 'detector-weights',
  resolveId: (id) => (id === weightsName ? id : null),
  load(id) {
    if (id !== weightsName) return null;
    const name = 'detector-weights.bin';
    const reference = this.emitFile({ type: 'asset', name, source: packDetector() });
    return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
  },
};

/** Beside each asset its compressed forms, which the server hands out as they are: a slow line carries a third. */
function compressAssets(program: string): void {
  const folder = `${root}page/dist/${program}/assets/`;
  for (const name of globSync('*.{js,css,svg,bin}', { cwd: folder })) {
    const bytes = readFileSync(folder + name);
    writeFileSync(`${folder}${name}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${folder}${name}.br`, brotliCompressSync(bytes));
  }
}

for (const program of ['try', 'verify']) {
  if (!existsSync(`${root}page/${program}/index.html`)) continue;
  await build({
    configFile: `${root}vite.config.ts`,
    mode: program,
    logLevel: 'warn',
    plugins: [detectorWeights],
  });
  compressAssets(program);
}
