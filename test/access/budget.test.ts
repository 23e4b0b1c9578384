import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';

const built = new URL('../../page/dist/verify/', import.meta.url);

/** Bytes, as gzip sends them, of all files with this ending that the page loads before it can show anything. */
function firstBytes(ending: 'js' | 'css'): number {
  const html = readFileSync(new URL('index.html', built), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/verify\/([^"]+)"/g)].flatMap(([, name]) =>
    name?.endsWith(`.${ending}`) ? [name] : [],
  );
  assert.ok(files.length > 0, `the page loads some ${ending}`);
  return files.reduce((sum, name) => sum + statSync(new URL(`${name}.gz`, built)).size, 0);
}

test('a slow line loads at most 40 KB of program and 10 KB of style before the camera', () => {
  const program = firstBytes('js');
  const style = firstBytes('css');
  assert.ok(program <= 40 * 1024, `${program} bytes of program`);
  assert.ok(style <= 10 * 1024, `${style} bytes of style`);
});
