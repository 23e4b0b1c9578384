import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Landmarks } from '../../src/vision/face-landmarks.ts';
import { sightHead } from '../support/model-head.ts';
import type { Picture } from '../support/video-encoder.ts';
import { type DressName, dressed, dresses } from './dressed-face.ts';

// SIMULATED: 68 points of a model head over an even picture.
const { landmarks } = sightHead({}, 0, () => 0);
const [width, height] = [480, 640];
const grey: Picture = { width, height, data: new Uint8Array(3 * width * height).fill(128) };

/** Mean shade of a small square round a point. */
function shadeAt({ data }: Picture, { x, y }: { x: number; y: number }): number {
  let sum = 0;
  for (let row = -4; row < 4; row++) {
    for (let column = -4; column < 4; column++)
      sum += data[3 * ((Math.round(y) + row) * width + Math.round(x) + column)]!;
  }
  return sum / 64;
}

const worn = (name: DressName) => dressed({ picture: grey, landmarks }, dresses[name]).picture;
const [eyes, mouth, chin] = [27, 62, 8].map((at) => landmarks[at]!) as [
  Landmarks[0],
  Landmarks[0],
  Landmarks[0],
];
const belowChin = { x: chin.x, y: chin.y + 0.25 * (chin.y - eyes.y) };
const aboveBrows = { x: eyes.x, y: eyes.y - 0.3 * (chin.y - eyes.y) };
const onJaw = { x: chin.x, y: mouth.y + 0.6 * (chin.y - mouth.y) };

describe('Somebody who is dressed for the lab', () => {
  it('in a headscarf shows eyes and mouth, and no neck', () => {
    const picture = worn('black headscarf');
    assert.deepEqual([shadeAt(picture, eyes), shadeAt(picture, mouth)], [128, 128]);
    assert.ok(shadeAt(picture, belowChin) < 20, String(shadeAt(picture, belowChin)));
  });

  it('in a roll-neck keeps the hair', () => {
    const picture = worn('black roll-neck');
    assert.ok(shadeAt(picture, belowChin) < 25, String(shadeAt(picture, belowChin)));
    assert.equal(shadeAt(picture, aboveBrows), 128);
  });

  it('with a beard keeps the mouth free', () => {
    const picture = worn('black beard');
    assert.equal(shadeAt(picture, mouth), 128);
    assert.ok(shadeAt(picture, onJaw) < 80, String(shadeAt(picture, onJaw)));
  });

  it('with a fringe keeps the eyes free', () => {
    const picture = worn('black fringe');
    assert.equal(shadeAt(picture, eyes), 128);
    assert.ok(shadeAt(picture, aboveBrows) < 80, String(shadeAt(picture, aboveBrows)));
  });
});
