import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VideoFrame } from '../../../vision/video/video-frame.ts';
import type { CloserLook } from '../../closer-looks.ts';
import type { KeyFrame, Watched } from '../../face-watch.ts';
import { measureFramingEdges } from './framing-edges.ts';
import { measureGamut } from './gamut.ts';
import { measureScreenPattern } from './screen-pattern.ts';

const [width, height] = [480, 640];

/** A grey room; `sheet` says where a bright sheet lies in a frame, `faceX` where the middle of the face is. */
function watch(
  frames: number,
  at: (frame: number) => { faceX: number; sheet?: { left: number; right: number; lean?: number } },
): Watched {
  const keyFrames = Array.from({ length: frames }, (_, index): KeyFrame => {
    const { faceX, sheet } = at(index);
    const luma = new Uint8Array(width * height).fill(80);
    if (sheet) {
      for (let y = 0; y < height; y++) {
        const shift = (sheet.lean ?? 0) * (y - 320);
        luma.fill(
          170,
          y * width + Math.round(sheet.left + shift),
          y * width + Math.round(sheet.right + shift),
        );
      }
    }
    const frame = { luma, width, height, timestampMs: index * 330 } as VideoFrame;
    const main = { left: faceX - 70, right: faceX + 70, top: 230, bottom: 410, score: 0.99 };
    return { frame, main, others: [], minor: [], sighting: null } as unknown as KeyFrame;
  });
  return { keyFrames, sightings: [], thumbnails: [], frameCount: frames };
}

test('a sheet that moves with the face frames it', () => {
  const edges = measureFramingEdges(
    watch(6, (frame) => {
      const faceX = 240 + 8 * Math.sin(frame);
      return { faceX, sheet: { left: faceX - 120, right: faceX + 130, lean: 0.08 } };
    }),
  );
  assert.ok(edges && edges.share === 1 && edges.wander < 0.03, JSON.stringify(edges));
});

test('a wall with straight edges behind a face that moves wanders', () => {
  const edges = measureFramingEdges(
    watch(6, (frame) => ({ faceX: 240 + 30 * Math.sin(2 * frame), sheet: { left: 100, right: 380 } })),
  );
  assert.ok(edges && edges.wander > 0.08, JSON.stringify(edges));
});

test('an empty room, and an edge on one side alone, frame nothing', () => {
  assert.equal(measureFramingEdges(watch(4, () => ({ faceX: 240 })))?.share, 0);
  const oneSide = watch(4, () => ({ faceX: 240, sheet: { left: 120, right: width - 1 } }));
  assert.equal(measureFramingEdges(oneSide)?.share, 0);
});

test('one frame says nothing of edges nor of a pattern', () => {
  const once = watch(1, () => ({ faceX: 240 }));
  assert.deepEqual([measureFramingEdges(once), measureScreenPattern(once)], [null, null]);
});

test('a face at the border of the picture is still looked at', () => {
  assert.notEqual(measureScreenPattern(watch(3, () => ({ faceX: 20 }))), null);
});

function lookAt(colourAt: (x: number, y: number) => readonly [number, number, number]): CloserLook {
  const data = new Uint8Array(3 * 64 * 64);
  for (let at = 0; at < 64 * 64; at++) data.set(colourAt(at % 64, Math.floor(at / 64)), 3 * at);
  const face = { left: 0, top: 0, right: 64, bottom: 64, score: 1 };
  return { frame: { data, width: 64, height: 64 }, face } as unknown as CloserLook;
}

test('many colours spread, one does not, and grey ink has no black', () => {
  const colourful = measureGamut([lookAt((x, y) => [4 * x, 128, 4 * y])]);
  const flat = measureGamut([lookAt((x) => [60 + 2 * x, 60 + 2 * x, 60 + 2 * x])]);
  assert.ok(
    colourful && flat && colourful.spread > 20 && flat.spread < 0.5,
    JSON.stringify({ colourful, flat }),
  );
  assert.ok(flat.black >= 60);
  assert.equal(measureGamut([]), null);
});
