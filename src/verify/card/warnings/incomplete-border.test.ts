import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCard, layOnDesk, paintOver, spoil } from '../../../../test/support/drawn-card.ts';
import type { Corners } from '../../../vision/card/perspective.ts';
import type { RgbImage } from '../../../vision/image.ts';
import { measureBorder } from './incomplete-border.ts';
import { strengthOf, worthListing, worthStopping } from './sign.ts';

const card = await drawCard('#d8c9a0');
const whole = { left: 150, top: 150, width: 1300 };

function strength(photo: RgbImage, corners: Corners, lines = card.lines, isOutlined = true): number {
  const found = { corners, isOutlined, uprightness: 1 };
  return Math.max(...measureBorder(photo, found, card.image, lines).map(strengthOf));
}

test('a whole card says nothing, in the middle, near the frame, turned and out of focus', async () => {
  for (const place of [whole, { left: 8, top: 20, width: 1500 }]) {
    const { photo, corners } = await layOnDesk(card.image, place);
    assert.ok(strength(photo, corners) < worthListing);
    assert.ok(strength(await spoil(photo, (picture) => picture.blur(3)), corners) < worthListing);
  }
});

test('a card that reaches out of the photo stops, at any side', async () => {
  for (const place of [
    { left: -60, top: 150, width: 1300 },
    { left: 400, top: 150, width: 1300 },
    { left: 150, top: -60, width: 1300 },
    { left: 150, top: 500, width: 1300 },
  ]) {
    const { photo, corners } = await layOnDesk(card.image, place);
    assert.ok(strength(photo, corners) >= worthStopping);
  }
});

test('a side that is covered all along is told', async () => {
  const { photo, corners } = await layOnDesk(card.image, whole);
  const covered = await paintOver(photo, '<rect x="100" y="80" width="1400" height="160" fill="#b98"/>');
  assert.ok(strength(covered, corners) >= worthListing);
});

test('print that ends at the frame of the photo stops: the card goes on beyond', async () => {
  const { photo, corners } = await layOnDesk(card.image, { left: 0, top: 0, width: 1600 });
  const cut = {
    text: 'CUT OFF',
    score: 0.9,
    box: { left: 1, top: 300, right: 300, bottom: 340 },
    characterX: [],
  };
  assert.ok(strength(photo, corners, [...card.lines, cut]) >= worthStopping);
});

test('a photo in which no outline was found stops', async () => {
  const { photo, corners } = await layOnDesk(card.image, whole);
  assert.ok(strength(photo, corners, card.lines, false) >= worthStopping);
});

test('an outline that ends at the frame is that of a card cut off, unless it has the shape of a whole one', async () => {
  const { photo } = await layOnDesk(card.image, { left: -200, top: 150, width: 1300 });
  const cutOff: Corners = [
    { x: 0, y: 150 },
    { x: 1100, y: 150 },
    { x: 1100, y: 970 },
    { x: 0, y: 970 },
  ];
  assert.ok(strength(photo, cutOff, []) >= worthStopping);
  const filling = await layOnDesk(card.image, { left: 0, top: 0, width: 1600 });
  assert.ok(strength(filling.photo, filling.corners, []) < worthListing);
});
