import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Family } from './families.ts';
import { unpackWoff2 } from './woff2.ts';

/** The files of a package that are wanted. */
type Files = Pick<Family, 'folder' | 'files'>;

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * A configuration of fontconfig that knows the fonts of these packages and no others, so that every machine draws the
 * same; returns its path. They are unpacked once, into `.cache/NAME-VERSION`. `rules` is what the configuration says
 * beyond where the fonts are, in fontconfig's XML.
 */
export function fontConfiguration(name: string, packages: readonly Files[], rules = ''): string {
  const folder = join(root, '.cache', `${name}-${versionOfAll(packages, rules)}`);
  if (!existsSync(folder)) unpackAll(folder, packages, rules);
  return join(folder, 'fonts.conf');
}

function filesOf({ folder, files }: Files): readonly string[] {
  const place = join(root, 'node_modules', folder, 'files');
  return readdirSync(place)
    .filter((name) => name.endsWith('.woff2') && files.test(name))
    .map((name) => join(place, name));
}

/** Changes with every package, with what is taken out of it, and with the rules. */
function versionOfAll(packages: readonly Files[], rules: string): string {
  const hash = createHash('sha256');
  for (const { folder, files } of packages) {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', folder, 'package.json'), 'utf8'));
    hash.update(`${folder} ${version} ${files}\n`);
  }
  return hash.update(rules).digest('hex').slice(0, 12);
}

function unpackAll(folder: string, packages: readonly Files[], rules: string): void {
  const unfinished = `${folder}-${randomBytes(4).toString('hex')}`;
  mkdirSync(unfinished, { recursive: true });
  for (const file of packages.flatMap(filesOf)) {
    writeFileSync(join(unfinished, basename(file).replace(/woff2$/, 'ttf')), unpackWoff2(readFileSync(file)));
  }
  writeFileSync(join(unfinished, 'fonts.conf'), configuration(folder, rules));
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    // Another process was faster: its fonts are the same.
    if (!existsSync(folder)) throw error;
  }
}

function configuration(folder: string, rules: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${folder}</dir><cachedir>${join(folder, 'index')}</cachedir>${rules}</fontconfig>`,
    '',
  ].join('\n');
}
