import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sightHead } from '../../../test/support/model-head.ts';
import { seededRandom } from '../../../test/support/seeded-random.ts';
import type { Watched } from '../face-watch.ts';
import { type Thumbnail, thumbnailSide } from '../thumbnail.ts';
import { measureRepetition } from './repetition.ts';

const frames = 48;
const msPerFrame = 1000 / 12;

/** A scene of soft stripes that drifts; `momentOf` says which moment of it a frame shows, `noise` what the encoder adds. */
function watch(momentOf: (at: number) => number, noise = 1): Watched {
  const random = seededRandom(3);
  const thumbnails = Array.from({ length: frames }, (_, at): Thumbnail => {
    const moment = momentOf(at);
    const luma = Uint8Array.from({ length: thumbnailSide ** 2 }, (__, place) => {
      const [x, y] = [place % thumbnailSide, Math.floor(place / thumbnailSide)];
      const stripes = Math.sin(x / 3 + moment / 9) + Math.cos(y / 4 + moment / 14);
      return 120 + 30 * stripes + noise * random.normal();
    });
    return { luma, width: 480, height: 640 };
  });
  const box = { left: 0, top: 0, right: 480, bottom: 640 };
  const sightings = Array.from({ length: frames }, (_, at) => ({
    ...sightHead({}, at, () => 0),
    ...{ frameIndex: at, timestampMs: at * msPerFrame, box },
  }));
  return { sightings, eyeBands: [], faceGrids: [], thumbnails, keyFrames: [], frameCount: frames };
}

const measure = (momentOf: (at: number) => number, noise?: number) =>
  measureRepetition(watch(momentOf, noise))!;

test('what goes on and on neither stands still nor comes again', () => {
  const { frozenMs, loopedMs } = measure((at) => at);
  assert.deepEqual([frozenMs, loopedMs], [0, 0]);
});

test('a picture that stands still for two seconds is frozen for two seconds', () => {
  const { frozenMs } = measure((at) => Math.min(at, 24), 0);
  assert.ok(Math.abs(frozenMs - 23 * msPerFrame) < 1, `${frozenMs}`);
});

test("a still picture with a camera's noise on it is not frozen", () => {
  assert.equal(measure(() => 0).frozenMs, 0);
});

test('two seconds that come twice are found through compression noise', () => {
  const { loopedMs } = measure((at) => at % 24, 2);
  assert.ok(loopedMs > 1500, `${loopedMs}`);
});

test('two seconds that come back in turned order are found', () => {
  const { loopedMs } = measure((at) => (at < 24 ? at : 47 - at), 2);
  assert.ok(loopedMs > 1200, `${loopedMs}`);
});

test('half a second that comes twice is not enough to call it a loop', () => {
  const { loopedMs } = measure((at) => (at >= 30 && at < 36 ? at - 24 : at));
  assert.ok(loopedMs < 1000, `${loopedMs}`);
});

test('a face that barely moves does not loop', () => {
  assert.equal(measure((at) => Math.sin(at / 9) / 9).loopedMs, 0);
});

test('too few sightings say nothing', () => {
  const watched = watch((at) => at);
  assert.equal(measureRepetition({ ...watched, sightings: watched.sightings.slice(0, 5) }), null);
});
