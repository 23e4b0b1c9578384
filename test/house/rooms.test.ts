import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = globSync('src/**/*.ts', { cwd: root }).filter((path) => !path.endsWith('.test.ts'));
const linesOf = (path: string) => readFileSync(join(root, path), 'utf8').split('\n').length - 1;

/** What each room may import, besides itself; type-only imports are free, since they leave no trace at run time. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  wire: ['token', 'result', 'store', 'operate'],
  token: ['verify', 'store', 'operate'],
  capture: ['token', 'verify', 'store', 'operate'],
  verify: ['vision', 'cards', 'store', 'operate'],
  result: ['token', 'store', 'operate'],
  try: ['token', 'result', 'cards', 'store', 'operate', 'wire'],
  vision: [],
  cards: [],
  store: ['token'],
  operate: ['store', 'verify', 'vision'],
};
/** Files beside the rooms that every room may use. */
const shared = ['result-codes', 'errors', 'config'];

function importsOf(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'(\.[^']+)'/gms);
  return [...statements]
    .filter(([, isType]) => !isType)
    .map(([, , target]) => join(dirname(path), target as string));
}

describe('the house', () => {
  it('has rooms that import only what they may', () => {
    const wrong: string[] = [];
    for (const path of sources) {
      const [, room = ''] = path.split('/');
      const allowed = mayImport[room];
      if (!allowed) continue;
      for (const target of importsOf(path)) {
        const [, other = ''] = normalize(target).split('/');
        const isShared = shared.includes(other.replace(/\.ts$/, ''));
        if (other !== room && !allowed.includes(other) && !isShared) wrong.push(`${path} imports ${target}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('has small rooms: median 80 lines, p90 250, none over 400', () => {
    const sizes = sources.map(linesOf).sort((a, b) => a - b);
    const at = (share: number) => sizes[Math.floor(share * (sizes.length - 1))] ?? 0;
    const large = sources.filter((path) => linesOf(path) > 400);
    assert.deepEqual(large, []);
    assert.ok(at(0.5) <= 80, `the median is ${at(0.5)} lines`);
    assert.ok(at(0.9) <= 250, `p90 is ${at(0.9)} lines`);
  });

  it('has no drawer for what nobody could name', () => {
    const drawers = sources.filter((path) => /(^|\/)(utils?|helpers?|common|base|misc)(\/|\.ts$)/.test(path));
    assert.deepEqual(drawers, []);
  });

  it('is imported by nobody through its front door', () => {
    const wrong = sources.filter((path) =>
      importsOf(path).some((target) => /^src\/main(\.ts)?$/.test(target)),
    );
    assert.deepEqual(wrong, []);
  });
});
