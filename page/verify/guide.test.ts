import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  createGuide,
  type Hint,
  hintOf,
  manualAfterMs,
  type Reading,
  readFrame,
  sampleSize,
} from './guide.ts';
import { oval } from './oval-place.ts';

type Rgb = readonly [number, number, number];

const skinTones = {
  light: [224, 178, 150],
  medium: [176, 122, 88],
  dark: [96, 62, 44],
} as const;
const wall: Rgb = [120, 130, 135];

/** A frame with a face as an ellipse of `scale` times the oval, with brows and a mouth so that it is no flat disc. */
function frame(face: Rgb | null, scale: number, light = 1): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(sampleSize.width * sampleSize.height * 4);
  for (let index = 0; index < sampleSize.width * sampleSize.height; index += 1) {
    const x = (index % sampleSize.width) / sampleSize.width;
    const y = Math.floor(index / sampleSize.width) / sampleSize.height;
    const dx = (x - oval.centreX) / (oval.radiusX * scale);
    const dy = (y - oval.centreY) / (oval.radiusY * scale);
    const isFeature = Math.abs(dx) < 0.5 && (Math.abs(dy + 0.25) < 0.06 || Math.abs(dy - 0.5) < 0.06);
    const color = face && dx * dx + dy * dy <= 1 ? face : wall;
    rgba.set([...color.map((channel) => channel * light * (face && isFeature ? 0.4 : 1)), 255], index * 4);
  }
  return rgba;
}

function hintFor(rgba: Uint8ClampedArray): Hint {
  const { luma } = readFrame(rgba, null);
  return hintOf(readFrame(rgba, luma).reading);
}

describe('what a frame says', () => {
  for (const [name, tone] of Object.entries(skinTones)) {
    test(`a still face of ${name} skin that fills the oval is good`, () => {
      assert.equal(hintFor(frame(tone, 0.95)), 'good');
    });
  }
  test('a face far away is told to come nearer', () => {
    assert.equal(hintFor(frame(skinTones.medium, 0.65)), 'too-far');
  });
  test('a face that spills over the oval is told to go back', () => {
    assert.equal(hintFor(frame(skinTones.medium, 1.6)), 'too-near');
  });
  test('an empty room is no face', () => assert.equal(hintFor(frame(null, 1)), 'no-face'));
  test('a flat skin-coloured wall is no face', () => {
    const rgba = frame(null, 1);
    for (let index = 0; index < rgba.length; index += 4) rgba.set([...skinTones.medium, 255], index);
    assert.equal(hintFor(rgba), 'no-face');
  });
  test('a dark room is told to find light', () => {
    assert.equal(hintFor(frame(skinTones.medium, 0.95, 0.2)), 'too-dark');
  });
  test('a face that moves is asked to hold still', () => {
    const { luma } = readFrame(frame(skinTones.light, 0.95), null);
    assert.equal(hintOf(readFrame(frame(skinTones.light, 0.95, 0.8), luma).reading), 'hold-still');
  });
});

describe('guidance over time', () => {
  const good: Reading = {
    brightness: 120,
    skinInMiddle: 0.8,
    skinAtRim: 0.6,
    skinBeside: 0.1,
    besideContrast: 30,
    texture: 30,
    motion: 2,
  };
  const far: Reading = { ...good, skinAtRim: 0 };

  test('it starts only after the frame has been good for a while', () => {
    const guide = createGuide(0);
    assert.equal(guide(good, 100).isReady, false);
    assert.equal(guide(good, 600).isReady, false);
    assert.equal(guide(good, 800).isReady, true);
  });

  test('one bad frame starts the wait again', () => {
    const guide = createGuide(0);
    guide(good, 100);
    guide(far, 700);
    assert.equal(guide(good, 900).isReady, false);
  });

  test('hints do not flicker', () => {
    const guide = createGuide(0);
    assert.equal(guide(far, 0).hint, 'too-far');
    assert.equal(guide(good, 100).hint, 'too-far');
    assert.equal(guide(good, 800).hint, 'good');
  });

  test('whom the hints cannot read is never stuck', () => {
    const guide = createGuide(0);
    assert.equal(guide(far, manualAfterMs - 1).mayStartByHand, false);
    assert.equal(guide(far, manualAfterMs).mayStartByHand, true);
  });
});
