import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrast, darkGround, lightGround, shadesOf } from './theme.ts';

const colors = [
  '#ffffff',
  '#000000',
  '#2d72f8',
  '#ffe500',
  '#7f7f7f',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#fa8072',
];

test('whatever colour a merchant chooses, its text is legible', () => {
  for (const color of colors) {
    const shades = shadesOf(color);
    assert.ok(contrast(shades.onFill, shades.fill) >= 4.5, `text on ${color}`);
    assert.ok(contrast(shades.onLight, lightGround) >= 4.5, `${color} on the light page`);
    assert.ok(contrast(shades.onDark, darkGround) >= 4.5, `${color} on the dark page`);
  }
});

test('a colour that is legible already is left as it is', () => {
  assert.equal(shadesOf('#0b5c2e').onLight, '#0b5c2e');
  assert.equal(shadesOf('#0b5c2e').fill, '#0b5c2e');
  assert.equal(shadesOf('#ffe500').onDark, '#ffe500');
});

test('contrast is the one of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
});
