import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCard, layOnDesk, resave, spoil } from '../../../../test/support/drawn-card.ts';
import type { Corners } from '../../../vision/card/perspective.ts';
import type { RgbImage } from '../../../vision/image.ts';
import { measurePattern } from './rephotographed.ts';
import { strengthOf, worthListing, worthStopping } from './sign.ts';

const { image } = await drawCard('#bcd9c4');
const whole = { left: 100, top: 100, width: 1400 };

function strength(photo: RgbImage, corners: Corners): number {
  return Math.max(0, ...measurePattern(photo, corners, null).map(strengthOf));
}

/** The beat between two grids, as brighter and darker stripes over all of the photo. */
function striped(photo: RgbImage, share: number, period: number): RgbImage {
  const data = photo.data.map((value, at) => {
    const x = Math.floor(at / 3) % photo.width;
    const y = Math.floor(at / 3 / photo.width);
    return value * (1 + share * Math.sin((2 * Math.PI * (0.8 * x + 0.6 * y)) / period));
  });
  return { ...photo, data };
}

for (const period of [2.7, 4.3, 7.9]) {
  test(`stripes of ${period} pixels stop, fresh from the camera and compressed`, async () => {
    const { photo, corners } = await layOnDesk(image, whole);
    const filmed = striped(photo, 0.06, period);
    assert.ok(strength(filmed, corners) >= worthStopping);
    assert.ok(strength(await resave(filmed, 85), corners) >= worthStopping);
  });
}

test('a card on a desk has no such pattern, however it was compressed', async () => {
  const { photo, corners } = await layOnDesk(image, whole);
  assert.ok(strength(photo, corners) < worthListing);
  assert.ok(strength(await spoil(photo, (picture) => picture.blur(2)), corners) < worthListing);
  for (const quality of [90, 70, 50, 30]) {
    assert.ok(strength(await resave(photo, quality), corners) < worthListing, `quality ${quality}`);
  }
});

test('a card too small for its patches is not judged', async () => {
  const { photo, corners } = await layOnDesk(image, { left: 600, top: 500, width: 300 });
  assert.deepEqual(measurePattern(photo, corners, null), []);
});
