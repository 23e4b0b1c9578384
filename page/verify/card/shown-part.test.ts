import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { framedPart, shownPart, shownPartOfStill } from './shown-part.ts';

const phone = { width: 1080, height: 1920 };
const place = { width: 360, height: 400 };

describe('the part of a picture that the screen shows', () => {
  test('is its middle, as wide as the picture where that is the narrower side', () => {
    assert.deepEqual(shownPart(phone, place), { x: 0, y: 360, width: 1080, height: 1200 });
  });

  test('of a wide picture is as high as the picture', () => {
    const { y, height } = shownPart({ width: 1920, height: 1080 }, place);
    assert.deepEqual([y, height], [0, 1080]);
  });

  test('holds the frame, with a margin for the card’s edges', () => {
    const part = framedPart(phone, place, { width: 300, height: 190 });
    assert.equal(part.width, 3 * (300 + 2 * 24));
    assert.equal(part.x, (1080 - part.width) / 2);
  });
});

describe('the same part of a still', () => {
  test('lies in the middle of a sensor that sees more on both sides', () => {
    const part = shownPartOfStill({ width: 3000, height: 4000 }, phone, place);
    assert.ok(Math.abs(part.width - 2250 * 1.24) < 1);
    assert.ok(Math.abs(part.x + part.width / 2 - 1500) < 1);
  });

  test('never leaves the still', () => {
    const part = shownPartOfStill({ width: 1080, height: 1920 }, phone, place);
    assert.deepEqual([part.x, part.width], [0, 1080]);
  });

  test('is all of a still that lies on its side', () => {
    assert.deepEqual(shownPartOfStill({ width: 4000, height: 3000 }, phone, place), {
      ...{ x: 0, y: 0 },
      ...{ width: 4000, height: 3000 },
    });
  });
});
