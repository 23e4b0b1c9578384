import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCard, paintOver, resave, spoil } from '../../../../test/support/drawn-card.ts';
import type { Box } from '../../../vision/geometry.ts';
import type { RgbImage } from '../../../vision/image.ts';
import type { TextLine } from '../../../vision/ocr/text-line.ts';
import { shrinkToCells } from './card-cells.ts';
import { measureGlare } from './glare.ts';
import { strengthOf, worthListing, worthStopping } from './sign.ts';

const lampAt = (x: number, y: number, radius = 130) =>
  '<defs><radialGradient id="lamp"><stop offset="0.35" stop-color="#fff"/>' +
  '<stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>' +
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="url(#lamp)"/>`;

function strength(image: RgbImage, lines: readonly TextLine[], portrait: Box | null): number {
  return Math.max(...measureGlare(shrinkToCells(image), lines, portrait).map(strengthOf));
}

for (const paper of ['#d8c9a0', '#bcd9c4']) {
  test(`a lamp reflected on print stops a card of ${paper}, as it is and compressed`, async () => {
    const { image, lines, portrait } = await drawCard(paper);
    const lit = await paintOver(image, lampAt(700, 330, 300));
    assert.ok(strength(lit, lines, portrait) >= worthStopping);
    assert.ok(strength(await resave(lit, 60), lines, portrait) >= worthStopping);
  });
}

test('a lamp reflected on the portrait stops', async () => {
  const { image, lines, portrait } = await drawCard('#bcd9c4');
  const lit = await paintOver(image, lampAt(210, 420));
  assert.ok(strength(lit, lines, portrait) >= worthStopping);
});

test('a lamp reflected where nothing is printed says nothing', async () => {
  const { image, lines, portrait } = await drawCard('#bcd9c4');
  const lit = await paintOver(image, lampAt(200, 120, 90));
  assert.ok(strength(lit, lines, portrait) < worthListing);
});

for (const paper of ['#ffffff', '#f9f9f9', '#f4f4f4', '#f3f2f4', '#eeeeee']) {
  test(`paper as white as ${paper} is not taken for glare, sharp, blurred, brighter or compressed`, async () => {
    const { image, lines, portrait } = await drawCard(paper);
    assert.ok(strength(image, lines, portrait) < worthListing);
    assert.ok(strength(await spoil(image, (picture) => picture.blur(4)), lines, portrait) < worthListing);
    assert.ok(
      strength(await spoil(image, (picture) => picture.linear(1.05, 0)), lines, portrait) < worthListing,
    );
    assert.ok(strength(await resave(image, 50), lines, portrait) < worthListing);
  });
}

test('a white field printed on a coloured card is not taken for glare: its edge is sharp', async () => {
  const { image, lines, portrait } = await drawCard('#9fb4d0');
  const field = '<rect x="430" y="190" width="500" height="140" fill="#fff"/>';
  const printed = await paintOver(image, field);
  assert.ok(strength(printed, lines, portrait) < worthListing);
  assert.ok(strength(await spoil(printed, (picture) => picture.blur(3)), lines, portrait) < worthListing);
});

test('a card without any print is measured too', async () => {
  const { image } = await drawCard('#bcd9c4');
  assert.equal(strength(image, [], null), 0);
});

for (const paper of ['#d8c9a0', '#bcd9c4', '#dededf']) {
  test(`a small lamp over print of a card of ${paper} is told and stops nobody`, async () => {
    const { image, lines, portrait } = await drawCard(paper);
    const strong = strength(await paintOver(image, lampAt(600, 300)), lines, portrait);
    assert.ok(strong >= worthListing && strong < worthStopping);
  });
}
