import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { settingsSchema } from '../../src/config.ts';
import { apiErrors } from '../../src/errors.ts';
import { applyRows } from '../../src/wire/shapes/apply-web-verification.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = globSync(['*.md', 'docs/**/*.md', 'examples/**/*.md'], { cwd: root }).filter(
  (path) => !path.includes('node_modules'),
);

describe('the documents', () => {
  it('name every setting', () => {
    const text = read('docs/operate.md');
    const flags = Object.keys(settingsSchema.properties).map(
      (name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    );
    assert.deepEqual(
      flags.filter((flag) => !text.includes(`\`${flag}\``)),
      [],
    );
  });

  it('name every parameter of Apply, those inside Config too', () => {
    const text = read('docs/wire-compat.md');
    const names = applyRows.flatMap(({ name, members = [] }) => [
      name,
      ...members.map((member) => member.name),
    ]);
    assert.deepEqual(
      names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text)),
      [],
    );
  });

  it('tell in the flow of no error that the API does not answer', () => {
    const codes = read('docs/flow.md').match(/\b[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+\b/g) ?? [];
    assert.ok(codes.length > 0);
    assert.deepEqual(
      codes.filter((code) => !Object.hasOwn(apiErrors, code)),
      [],
    );
  });

  it('lead to files that are there', () => {
    const broken: string[] = [];
    for (const page of pages) {
      for (const [, target = ''] of read(page).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        if (!existsSync(join(root, dirname(page), target))) broken.push(`${page} → ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  it('name test files that are there', () => {
    const [tables = ''] = read('docs/wire-compat.md').split('## Where we differ');
    const broken = [...tables.matchAll(/^\|.*\| ([^|]*`[^|]*) \|$/gm)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`([a-z0-9/.-]+)`/g)].map(([, name]) => String(name)))
      .filter((name) => {
        const path = name.includes('/') ? name : `test/wire/${name}`;
        return ![path, `${path}.test.ts`].some((candidate) => existsSync(join(root, candidate)));
      });
    assert.deepEqual([...new Set(broken)], []);
  });
});
