import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { contrast, darkGround, lightGround, shadesOf } from '../theme.ts';

const sheet = readFileSync(new URL('./page.css', import.meta.url), 'utf8');
const [lightRules, darkRules] = sheet.split('@media (prefers-color-scheme: dark)') as [string, string];

/** The `--name: #rrggbb` that a part of the sheet sets first. */
function colorsIn(rules: string): Readonly<Record<string, string>> {
  const pairs = [...rules.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color]);
  return Object.fromEntries(pairs);
}

const light = colorsIn(lightRules);
const schemes = { light, dark: { ...light, ...colorsIn(darkRules) } };

/** What is written, and what it is written on. */
const texts = [
  ['ink', 'ground'],
  ['ink', 'raised'],
  ['soft', 'ground'],
  ['soft', 'raised'],
] as const;
/** Icons and edges, which need less (WCAG 2.2 §1.4.11). */
const shapes = [
  ['good', 'good-soft'],
  ['bad', 'bad-soft'],
  ['good', 'ground'],
  ['edge', 'ground'],
] as const;

for (const [scheme, colors] of Object.entries(schemes)) {
  describe(`the page's own colours when it is ${scheme}`, () => {
    for (const [color, ground] of texts) {
      test(`${color} text is legible on ${ground}`, () =>
        assert.ok(contrast(colors[color]!, colors[ground]!) >= 4.5));
    }
    for (const [color, ground] of shapes) {
      test(`a ${color} shape stands out from ${ground}`, () =>
        assert.ok(contrast(colors[color]!, colors[ground]!) >= 3));
    }
  });
}

test('the grounds are those that the merchant’s colour is made legible on', () => {
  assert.equal(schemes.light.ground, lightGround);
  assert.equal(schemes.dark.ground, darkGround);
});

test('until the server has named a colour, the page has the shades of the usual one', () => {
  const usual = shadesOf('#2d72f1');
  const { fill, 'on-fill': onFill, 'accent-on-light': onLight, 'accent-on-dark': onDark } = light;
  assert.deepEqual({ fill, onFill, onLight, onDark }, usual);
});
