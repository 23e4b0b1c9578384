import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VideoFrame } from '../../../vision/video/video-frame.ts';
import type { CloserLook } from '../../closer-looks.ts';
import type { KeyFrame, Watched } from '../../face-watch.ts';
import { measureGamut } from './gamut.ts';
import { measureOutline } from './outline.ts';
import { measureScreenPattern } from './screen-pattern.ts';

const [width, height] = [480, 640];

type Corner = readonly [x: number, y: number];

/** A grey room with a camera's noise, in which areas are filled one over the other. */
function room(...areas: readonly { readonly corners: readonly Corner[]; readonly shade: number }[]) {
  const luma = Uint8Array.from({ length: width * height }, (_, at) => 80 + ((at * 7919) % 7));
  for (const { corners, shade } of areas) {
    for (let at = 0; at < luma.length; at++) {
      if (isWithin(corners, at % width, Math.floor(at / width))) luma[at] = shade + ((at * 104_729) % 9);
    }
  }
  return { luma, width, height } as VideoFrame;
}

/** Corners in the order of the clock; whether a place lies right of each side. */
function isWithin(corners: readonly Corner[], x: number, y: number): boolean {
  return corners.every(([fromX, fromY], at) => {
    const [toX, toY] = corners[(at + 1) % corners.length]!;
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX) >= 0;
  });
}

function watch(frames: readonly VideoFrame[]): Watched {
  const main = { left: 170, right: 310, top: 230, bottom: 410, score: 0.99 };
  const keyFrames = frames.map(
    (frame) => ({ frame, main, others: [], minor: [], sighting: null }) as unknown as KeyFrame,
  );
  return { keyFrames, sightings: [], eyeBands: [], faceGrids: [], thumbnails: [], frameCount: frames.length };
}

const head = {
  shade: 150,
  corners: [
    [190, 230],
    [290, 230],
    [310, 320],
    [270, 420],
    [210, 420],
    [170, 320],
  ] as Corner[],
};
const shoulders = {
  shade: 40,
  corners: [
    [200, 430],
    [280, 430],
    [470, 520],
    [479, 639],
    [0, 639],
    [10, 520],
  ] as Corner[],
};
const phone = (lean: number) => ({
  shade: 170,
  corners: [
    [90 + lean, 130],
    [400, 110 + lean],
    [390, 560],
    [110, 540 - lean],
  ] as Corner[],
});
const bezel = {
  shade: 15,
  corners: [
    [70, 105],
    [425, 90],
    [415, 590],
    [90, 560],
  ] as Corner[],
};

test('a device that is held askew before the camera has a border on four sides', () => {
  const held = [0, 8, 16].map((lean) => room(bezel, phone(lean), shoulders, head));
  // Shoulders that lie over the lower side are another picture: those of a person who stands before a frame on the wall.
  assert.deepEqual(measureOutline(watch(held)), { share: 0, sides: 0 });
  const shown = [0, 8, 16].map((lean) => room(bezel, phone(lean), head));
  assert.deepEqual(measureOutline(watch(shown)), { share: 1, sides: 4 });
});

test('a device whose upper side lies outside the picture has a border on three', () => {
  const near = room(
    {
      shade: 200,
      corners: [
        [60, -40],
        [420, -40],
        [400, 560],
        [80, 545],
      ],
    },
    head,
  );
  assert.deepEqual(measureOutline(watch([near, near])), { share: 1, sides: 3 });
});

test('a door behind a person, and a table before one, are no border of a device', () => {
  const door = {
    shade: 170,
    corners: [
      [100, 60],
      [390, 60],
      [390, 639],
      [100, 639],
    ] as Corner[],
  };
  const table = {
    shade: 120,
    corners: [
      [0, 520],
      [479, 520],
      [479, 639],
      [0, 639],
    ] as Corner[],
  };
  const seated = room(door, shoulders, head, table);
  assert.deepEqual(measureOutline(watch([seated, seated])), { share: 0, sides: 0 });
  const standing = room(door, shoulders, head);
  assert.deepEqual(measureOutline(watch([standing, standing])), { share: 0, sides: 0 });
});

test('black bars above and below, or left and right, of a recording are no border of a device', () => {
  const bars = (corners: readonly (readonly Corner[])[]) =>
    room(head, ...corners.map((area) => ({ shade: 0, corners: area })));
  const flat = bars([
    [
      [0, 0],
      [480, 0],
      [480, 100],
      [0, 100],
    ],
    [
      [0, 540],
      [480, 540],
      [480, 640],
      [0, 640],
    ],
  ]);
  const upright = bars([
    [
      [0, 0],
      [70, 0],
      [70, 640],
      [0, 640],
    ],
    [
      [410, 0],
      [480, 0],
      [480, 640],
      [410, 640],
    ],
  ]);
  assert.equal(measureOutline(watch([flat, flat]))?.share, 0);
  assert.equal(measureOutline(watch([upright, upright]))?.share, 0);
});

test('black bars of a recorder beside a black table, curtain or strip are no border of a device', () => {
  const area = (left: number, top: number, right: number, bottom: number) => ({
    shade: 0,
    corners: [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ] as Corner[],
  });
  const upright = [area(0, 0, 70, 640), area(410, 0, 480, 640)];
  const flat = [area(0, 0, 480, 100), area(0, 540, 480, 640)];
  const scenes = {
    table: room(head, ...upright, area(0, 540, 480, 640)),
    strip: room(head, ...upright, area(0, 630, 480, 640)),
    curtain: room(head, ...flat, area(0, 0, 90, 640)),
    'all four': room(head, ...upright, ...flat),
  };
  for (const [name, frame] of Object.entries(scenes))
    assert.deepEqual(measureOutline(watch([frame, frame])), { share: 0, sides: 0 }, name);
});

test('an empty room has no border in it', () => {
  assert.equal(measureOutline(watch([room(head), room(head)]))?.share, 0);
});

test('one frame says nothing of edges nor of a pattern', () => {
  const once = watch([room(head)]);
  assert.deepEqual([measureOutline(once), measureScreenPattern(once)], [null, null]);
});

test('a face at the border of the picture is still looked at', () => {
  const frames = [0, 1, 2].map(() => room(head));
  const watched = watch(frames);
  const atBorder = watched.keyFrames.map((frame) => ({
    ...frame,
    main: { left: -50, right: 90, top: 230, bottom: 410, score: 0.99 },
  }));
  assert.notEqual(measureScreenPattern({ ...watched, keyFrames: atBorder }), null);
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
