import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sightHead } from '../../test/support/model-head.ts';
import { findCuts } from './cuts.ts';
import { thumbnailSide } from './thumbnail.ts';

/** Evenly grey frames, twelve a second, of these shades. */
function watch(shades: readonly number[]) {
  const box = { left: 100, top: 100, right: 300, bottom: 300 };
  return {
    sightings: shades.map((_, at) => ({
      ...sightHead({}, at, () => 0),
      ...{ frameIndex: at, timestampMs: at * 100, box },
    })),
    eyeBands: [],
    faceGrids: [],
    thumbnails: shades.map((shade) => ({
      ...{ luma: new Uint8Array(thumbnailSide ** 2).fill(shade), width: 480, height: 640 },
    })),
    keyFrames: [],
    frameCount: shades.length,
  };
}

test('a face that changes little by little has no cut', () => {
  assert.deepEqual(findCuts(watch([100, 103, 106, 104, 101, 105, 108])), []);
});

test('a change far beyond the usual one is a cut, at the moment of its second frame', () => {
  assert.deepEqual(findCuts(watch([100, 102, 101, 140, 141, 143, 142])), [300]);
});

test('there and back again are two cuts, the sharper one first', () => {
  assert.deepEqual(findCuts(watch([100, 101, 100, 130, 131, 100 - 20, 81])), [500, 300]);
});

test('a picture in which everything jumps is looked at four times more at most', () => {
  assert.equal(findCuts(watch([0, 0, 0, 0, 0, 0, 0, 0, 90, 0, 90, 0, 90, 0, 0, 0, 0, 0, 0])).length, 4);
});
