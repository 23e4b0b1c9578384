import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCard, resave, spoil } from '../../../../test/support/drawn-card.ts';
import type { RgbImage } from '../../../vision/image.ts';
import { shrinkToCells } from './card-cells.ts';
import { measureColour } from './photocopy.ts';
import { strengthOf, worthListing, worthStopping } from './sign.ts';

const strength = (image: RgbImage) => strengthOf(measureColour(shrinkToCells(image)));

test('a grey copy stops, under white light and under a warm lamp', async () => {
  const { image } = await drawCard('#d8c9a0');
  const copy = await spoil(image, (picture) => picture.greyscale().toColourspace('srgb'));
  const warm = await spoil(copy, (picture) => picture.linear([1.05, 0.95, 0.7], [0, 0, 0]));
  assert.ok(strength(copy) >= worthStopping);
  assert.ok(strength(await resave(copy, 70)) >= worthStopping);
  assert.ok(strength(warm) >= worthStopping);
});

for (const paper of ['#ffffff', '#f2f2f4', '#bcd9c4']) {
  test(`a card on ${paper} with a coloured portrait is no copy, dim or pale or under a warm lamp`, async () => {
    const { image } = await drawCard(paper);
    assert.ok(strength(image) < worthListing);
    assert.ok(strength(await spoil(image, (picture) => picture.linear(0.5, 0))) < worthListing);
    assert.ok(strength(await spoil(image, (picture) => picture.linear(0.6, 90))) < worthListing);
    assert.ok(
      strength(await spoil(image, (picture) => picture.linear([1, 0.9, 0.7], [0, 0, 0]))) < worthListing,
    );
  });
}
