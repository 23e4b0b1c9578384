import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sightHead } from '../../../../test/support/model-head.ts';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import type { Watched } from '../../face-watch.ts';
import { type Thumbnail, thumbnailSide } from '../../thumbnail.ts';
import { measureExposure } from './exposure.ts';
import { measureRepeatedFrames } from './repeated-frames.ts';

type Film = {
  readonly light: (at: number) => number;
  readonly noise: number;
  readonly everySecond?: boolean;
};

/** Four seconds of a picture that a camera, or none, looks at. */
function watch({ light, noise, everySecond = false }: Film): Watched {
  const random = seededRandom(11);
  const frames = 48;
  const thumbnails: Thumbnail[] = [];
  for (let at = 0; at < frames; at++) {
    const before = thumbnails.at(-1);
    if (everySecond && at % 2 === 1 && before) {
      thumbnails.push({ ...before, luma: before.luma.slice() });
      continue;
    }
    const luma = Uint8Array.from(
      { length: thumbnailSide ** 2 },
      (_, place) => light(at) * (100 + (place % 40)) + noise * random.normal(),
    );
    thumbnails.push({ luma, width: 480, height: 640 });
  }
  const sightings = thumbnails.map((_, at) => sightHead({}, at, () => 0));
  return { sightings, eyeBands: [], faceGrids: [], thumbnails, keyFrames: [], frameCount: frames };
}

test("a camera that regulates swings the face's light and leaves noise where nothing moves", () => {
  const exposure = measureExposure(watch({ light: (at) => 1 + 0.03 * Math.sin(at / 6), noise: 2 }));
  assert.ok(exposure && exposure.faceSwing > 0.03 && exposure.noise > 0.5, JSON.stringify(exposure));
});

test('light that never changes and a picture without noise are both seen', () => {
  const exposure = measureExposure(watch({ light: () => 1, noise: 0 }));
  assert.deepEqual(exposure, { faceSwing: 0, noise: 0 });
});

test('a source of half the rate shows every frame twice', () => {
  const repeated = measureRepeatedFrames(watch({ light: () => 1, noise: 3, everySecond: true }));
  assert.ok(repeated && Math.abs(repeated.exactShare - 0.5) < 0.02, JSON.stringify(repeated));
});

test('a picture that stands still before a camera repeats nothing, for its noise', () => {
  const repeated = measureRepeatedFrames(watch({ light: () => 1, noise: 2 }));
  assert.deepEqual(repeated, { exactShare: 0, nearShare: 0 });
});

test('too few frames say nothing', () => {
  const watched = watch({ light: () => 1, noise: 2 });
  assert.equal(measureRepeatedFrames({ ...watched, thumbnails: watched.thumbnails.slice(0, 1) }), null);
  assert.equal(measureExposure({ ...watched, sightings: watched.sightings.slice(0, 3) }), null);
});
