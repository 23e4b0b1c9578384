import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { type Family, families } from './families.ts';
import { unpackWoff2 } from './woff2.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let isInstalled = false;

/**
 * Makes the text renderer inside sharp see our pinned fonts and no others, so that every machine draws the same. The
 * fonts are unpacked once, into `.cache/`. Must come before the first text that this process draws: the renderer looks
 * for its fonts only once. Throws in a worker thread, whose environment the renderer does not see.
 */
export function installFonts(): void {
  if (isInstalled) return;
  if (!isMainThread) throw new Error('Specimens are drawn in the main thread only.');
  const folder = join(root, '.cache', `specimen-fonts-${versionOfAll()}`);
  if (!existsSync(folder)) unpackAll(folder);
  process.env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
  isInstalled = true;
}

function filesOf({ folder, files }: Family): readonly string[] {
  const place = join(root, 'node_modules', folder, 'files');
  return readdirSync(place)
    .filter((name) => name.endsWith('.woff2') && files.test(name))
    .map((name) => join(place, name));
}

/** Changes with every package and with what is taken out of it. */
function versionOfAll(): string {
  const hash = createHash('sha256');
  for (const { folder, files } of Object.values<Family>(families)) {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', folder, 'package.json'), 'utf8'));
    hash.update(`${folder} ${version} ${files}\n`);
  }
  return hash.digest('hex').slice(0, 12);
}

function unpackAll(folder: string): void {
  const unfinished = `${folder}-${randomBytes(4).toString('hex')}`;
  mkdirSync(unfinished, { recursive: true });
  for (const file of Object.values<Family>(families).flatMap(filesOf)) {
    writeFileSync(join(unfinished, basename(file).replace(/woff2$/, 'ttf')), unpackWoff2(readFileSync(file)));
  }
  writeFileSync(join(unfinished, 'fonts.conf'), configuration(folder));
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    // Another process was faster: its fonts are the same.
    if (!existsSync(folder)) throw error;
  }
}

function configuration(folder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${folder}</dir><cachedir>${join(folder, 'index')}</cachedir></fontconfig>`,
    '',
  ].join('\n');
}
