import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Landmarks } from '../../src/vision/face-landmarks.ts';
import { type Box, meanPoint, squareAround } from '../../src/vision/geometry.ts';
import { clipPath } from '../support/shared-data.ts';
import { findVideoEncoder } from '../support/video-encoder.ts';
import { readPosed } from './posed-clip.ts';

const path = clipPath('d18');
const encoder = await findVideoEncoder();
const skip = path && encoder ? false : 'the clips or an encoder are not here';

/** Finds a "face" that moves with how often it was asked for: whoever follows a clip anew is found out. */
function countingVision() {
  const counts = { detected: 0, followed: 0 };
  const vision = {
    detector: {
      async predict() {
        counts.detected += 1;
        return [{ score: 0.99, left: 160, top: 200, right: 320, bottom: 360 }];
      },
    },
    landmarker: {
      async predict(_: unknown, box: Box): Promise<Landmarks> {
        counts.followed += 1;
        const { left, top, right } = box;
        const reach = (right - left) / 3.63;
        const centre = { x: left + (right - left) / 2, y: top + (right - left) / 2 };
        const { left: x0, top: y0 } = squareAround(centre, reach);
        return Array.from({ length: 68 }, (_, at) => ({
          x: x0 + reach * (at % 2),
          y: y0 + reach * (Math.floor(at / 2) % 2),
        }));
      },
    },
  };
  return { counts, vision };
}

test('follows the face of a clip once, however often stretches of it are read, and the same at every reading', {
  skip,
}, async () => {
  const { counts, vision } = countingVision();
  const stretch = { path: path!, fromSeconds: 2.03, seconds: 1, framesPerSecond: 15 };
  const read = () => Array.fromAsync(readPosed(stretch, vision, encoder!.name));
  const first = await read();
  const asked = counts.followed;
  const again = await read();
  const elsewhere = await Array.fromAsync(
    readPosed({ ...stretch, fromSeconds: 2.5, framesPerSecond: 24 }, vision, encoder!.name),
  );
  assert.equal(counts.detected, 1);
  assert.equal(counts.followed, asked, 'a picture of the clip was followed anew');
  assert.ok(first.length >= 15 && elsewhere.length >= 24);
  assert.deepEqual(
    again.map(({ landmarks }) => meanPoint(landmarks)),
    first.map(({ landmarks }) => meanPoint(landmarks)),
  );
});
