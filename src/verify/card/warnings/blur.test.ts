import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCard, paintOver, spoil } from '../../../../test/support/drawn-card.ts';
import type { RgbImage } from '../../../vision/image.ts';
import type { TextLine } from '../../../vision/ocr/text-line.ts';
import { measureBlur } from './blur.ts';
import { lumaOf } from './luma-plane.ts';
import { strengthOf, worthListing, worthStopping } from './sign.ts';

function strength(image: RgbImage, lines: readonly TextLine[]): number {
  return Math.max(0, ...measureBlur(lumaOf(image), lines).map(strengthOf));
}

for (const paper of ['#ffffff', '#d8c9a0']) {
  test(`print that is washed out stops, on ${paper}; sharp print does not`, async () => {
    const { image, lines } = await drawCard(paper);
    assert.ok(strength(image, lines) < worthListing);
    assert.ok(strength(await spoil(image, (picture) => picture.blur(6)), lines) >= worthStopping);
  });
}

test('a photo that was shaken along one direction stops like one that is out of focus', async () => {
  const { image, lines } = await drawCard('#d8c9a0');
  const kernel = Array.from({ length: 441 }, (_, at) => (Math.floor(at / 21) === 10 ? 1 / 21 : 0));
  const shaken = await spoil(image, (picture) => picture.convolve({ width: 21, height: 21, kernel }));
  assert.ok(strength(shaken, lines) >= worthStopping);
});

test('a smooth card is not blurred: only its print is looked at', async () => {
  const { image, lines } = await drawCard('#d8c9a0');
  const smooth = await paintOver(image, '<rect x="0" y="0" width="410" height="807" fill="#d8c9a0"/>');
  assert.ok(strength(smooth, lines) < worthListing);
});

test('print that its reader guessed stops, however sharp', async () => {
  const { image, lines } = await drawCard('#d8c9a0');
  const guessed = lines.map((line) => ({ ...line, score: 0.55 }));
  assert.ok(strength(image, guessed) >= worthStopping);
});

test('without print nothing is said', async () => {
  const { image } = await drawCard('#d8c9a0');
  assert.deepEqual(measureBlur(lumaOf(image), []), []);
});
