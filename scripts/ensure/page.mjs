// The browser programs, built again when any of their sources is newer than the last build.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { root, run, say } from './place.mjs';

const built = `${root}page/dist/verify/index.html`;

function newestMilliseconds(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== 'dist');
  return Math.max(0, ...inside.map((name) => newestMilliseconds(`${path}/${name}`)));
}

export function ensurePage() {
  const sources = [
    'page',
    'vite.config.ts',
    'scripts/build-page.ts',
    'scripts/pack-detector.ts',
    'package-lock.json',
    'src/capture/page-shapes.ts',
  ];
  const newest = Math.max(...sources.map((source) => newestMilliseconds(root + source)));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  run(`${root}node_modules/.bin/node`, [`${root}scripts/build-page.ts`]);
  say('page built');
}
