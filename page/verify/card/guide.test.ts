import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  blurOf,
  createGuide,
  type Hint,
  hintOf,
  marginShare,
  overviewSize,
  type Plane,
  planeOf,
  type Reading,
  readCard,
} from './guide.ts';

const size = overviewSize('card');
const margin = (size.width * marginShare) / (1 + 2 * marginShare);

type Scene = {
  /** Luma of the card, of what it lies on, and of a lamp's reflection. */
  readonly card: number;
  readonly desk: number;
  readonly reflection?: number;
  /** Share of the frame that the card fills, and how far it lies to the right, in pixels. */
  readonly scale?: number;
  readonly shift?: number;
};

/** A card with lines of print on a desk, as the overview shows it. */
function picture({ card, desk, reflection = 0, scale = 1, shift = 0 }: Scene): Uint8ClampedArray {
  const { width, height } = size;
  const rgba = new Uint8ClampedArray(width * height * 4);
  const [halfWidth, halfHeight] = [(width / 2 - margin) * scale, (height / 2 - margin) * scale];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2 - shift, y - height / 2];
      const isCard = Math.abs(dx) < halfWidth && Math.abs(dy) < halfHeight;
      const isPrint = isCard && y % 20 < 6 && x % 7 < 3 && Math.abs(dx) < halfWidth * 0.8;
      const isBurnt = dx * dx + dy * dy < reflection * reflection;
      const luma = isBurnt ? 255 : isPrint ? card * 0.4 : isCard ? card : desk;
      rgba.set([luma, luma, luma, 255], (y * width + x) * 4);
    }
  }
  return rgba;
}

const overviewOf = (scene: Scene): Plane => planeOf(picture(scene), size.width, size.height);

/** Bold print at a card's full size: strokes of twelve pixels, softened over `soft` pixels to either side. */
function print(soft: number): Plane {
  const [width, height] = [384, 230];
  const luma = new Float32Array(width * height);
  for (let at = 0; at < luma.length; at += 1) {
    const x = at % width;
    let sum = 0;
    for (let tap = -soft; tap <= soft; tap += 1) sum += (x + tap) % 24 < 12 ? 40 : 200;
    luma[at] = sum / (2 * soft + 1);
  }
  return { width, height, luma };
}

function hintFor(scene: Scene, before: Scene = scene, soft = 0): Hint {
  const { cells } = readCard(overviewOf(before), print(soft), null);
  return hintOf(readCard(overviewOf(scene), print(soft), cells).reading);
}

describe('what a picture of a card says', () => {
  const onDesk: Scene = { card: 190, desk: 90 };

  test('a card that fills the frame, still and sharp, is good', () => {
    assert.equal(hintFor(onDesk), 'good');
  });

  test('a white card on a pale desk is good as long as its edges show a little', () => {
    assert.equal(hintFor({ card: 225, desk: 205 }), 'good');
  });

  test('a white card in bright light is not taken for a lamp', () => {
    assert.equal(hintFor({ card: 253, desk: 120 }), 'good');
  });

  test('a dark room is told to find light', () => {
    assert.equal(hintFor({ card: 40, desk: 20 }), 'too-dark');
  });

  test('an empty desk is told to fit the card', () => {
    assert.equal(hintFor({ card: 90, desk: 90, scale: 0 }), 'fit');
  });

  test('a card that is too far away or half outside is told to fit', () => {
    assert.equal(hintFor({ ...onDesk, scale: 0.7 }), 'fit');
    assert.equal(hintFor({ ...onDesk, shift: 150 }), 'fit');
  });

  test('a lamp in the card is told to be tilted away', () => {
    assert.equal(hintFor({ ...onDesk, reflection: 22 }), 'glare');
  });

  test('a card that moves is asked to be held still', () => {
    assert.equal(hintFor(onDesk, { ...onDesk, shift: 9 }), 'hold-still');
  });

  test('print that is out of focus is told so', () => {
    assert.equal(hintFor(onDesk, onDesk, 4), 'blurred');
  });

  test('blur grows with softness', () => {
    const [sharp, soft, softer] = [0, 1, 4].map((each) => blurOf(print(each))) as [number, number, number];
    assert.ok(sharp < soft && soft < softer, `${sharp} ${soft} ${softer}`);
  });
});

describe('guidance over time', () => {
  const good: Reading = { brightness: 150, glare: 0, sides: 4, motion: 1, blur: 0.2 };

  test('the shutter goes only after the picture has been good for a while', () => {
    const guide = createGuide();
    assert.equal(guide(good, 100).isReady, false);
    assert.equal(guide(good, 700).isReady, false);
    assert.equal(guide(good, 900).isReady, true);
  });

  test('one bad look starts the wait again', () => {
    const guide = createGuide();
    guide(good, 0);
    guide({ ...good, motion: 20 }, 700);
    assert.equal(guide(good, 850).isReady, false);
  });

  test('hints do not flicker', () => {
    const guide = createGuide();
    assert.equal(guide({ ...good, sides: 1 }, 0).hint, 'fit');
    assert.equal(guide({ ...good, glare: 0.1 }, 0).hint, 'glare');
    assert.equal(guide(good, 300).hint, 'glare');
    assert.equal(guide(good, 900).hint, 'good');
  });
});
