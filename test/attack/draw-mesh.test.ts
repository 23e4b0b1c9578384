import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Picture } from '../support/video-encoder.ts';
import { drawMesh } from './draw-mesh.ts';
import { cornersOf, emptyPicture, place, similarityOf } from './fit-picture.ts';
import { projectSheet, sheetPoint } from './sheet-mesh.ts';
import { triangulate } from './triangles.ts';

describe('a mesh', () => {
  it('of triangles covers the whole hull of its points, none twice', () => {
    const points = Array.from({ length: 30 }, (_, at) => ({ x: (at * 37) % 101, y: (at * 53) % 97 }));
    const square = [...points, { x: -1, y: -1 }, { x: 102, y: -1 }, { x: 102, y: 98 }, { x: -1, y: 98 }];
    const areas = triangulate(square).map(([a, b, c]) => {
      const [p, q, r] = [square[a]!, square[b]!, square[c]!];
      return Math.abs((q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y)) / 2;
    });
    assert.ok(Math.abs(areas.reduce((sum, area) => sum + area, 0) - 103 * 99) < 1e-6);
  });

  it('whose corners stay where they are draws the picture as it is, without a seam', () => {
    const data = Uint8Array.from({ length: 3 * 40 * 30 }, (_, at) => (at * 7) % 251);
    const picture: Picture = { width: 40, height: 30, data };
    const into = { width: 40, height: 30, data: new Uint8Array(data.length) };
    const corners = [...cornersOf(picture), { x: 17.3, y: 11.8 }];
    drawMesh({ picture, points: corners }, into, corners, triangulate(corners));
    // The last row and column have no neighbour to be mixed with.
    for (let y = 0; y < 29; y++) {
      assert.deepEqual(into.data.subarray(120 * y, 120 * y + 117), data.subarray(120 * y, 120 * y + 117));
    }
  });

  it('leaves what is cut out of its picture as it was', () => {
    const picture: Picture = { width: 8, height: 8, data: new Uint8Array(192).fill(200) };
    const mask = new Uint8Array(64).fill(1);
    mask[8 * 3 + 3] = 0;
    const into: Picture = { width: 8, height: 8, data: new Uint8Array(192) };
    const points = cornersOf(picture);
    drawMesh({ picture, points, mask }, into, points, triangulate(points));
    assert.deepEqual([into.data[3 * (8 * 3 + 3)], into.data[3 * (8 * 2 + 3)]], [0, 200]);
  });
});

describe('a similarity', () => {
  it('takes its two points where they shall go', () => {
    const from = [
      { x: 10, y: 5 },
      { x: 20, y: 9 },
    ] as const;
    const to = [
      { x: -3, y: 40 },
      { x: 8, y: 71 },
    ] as const;
    const moved = from.map((point) => place(similarityOf(from, to), point));
    const misses = moved.map(({ x, y }, at) => Math.hypot(x - to[at]!.x, y - to[at]!.y));
    assert.ok(Math.max(...misses) < 1e-9);
  });
});

describe('a sheet', () => {
  const pose = { x: 0, y: 0, distance: 1, tiltX: 0, tiltY: 0, roll: 0 };

  it('that is held straight stands in the middle of the picture, as wide as asked for', () => {
    const places = projectSheet({ aspect: 1, widthPixels: 300, curvature: 0 }, pose);
    const [left, right] = [sheetPoint(places, { x: 0, y: 0.5 }), sheetPoint(places, { x: 1, y: 0.5 })];
    assert.ok(
      Math.abs(left.x - 90) < 1e-6 && Math.abs(right.x - 390) < 1e-6 && Math.abs(left.y - 320) < 1e-6,
    );
  });

  it('that is bent is narrower, and its rims stand further away', () => {
    const places = projectSheet({ aspect: 1, widthPixels: 300, curvature: 2 }, pose);
    const height = (x: number) => sheetPoint(places, { x, y: 1 }).y - sheetPoint(places, { x, y: 0 }).y;
    assert.ok(sheetPoint(places, { x: 1, y: 0.5 }).x < 380);
    assert.ok(height(0) < height(0.5));
  });
});

it('an empty picture is of one colour to its last pixel', () => {
  const { data } = emptyPicture([10, 20, 30]);
  assert.deepEqual([...data.subarray(-3)], [10, 20, 30]);
  assert.deepEqual([...data.subarray(3 * 777, 3 * 778)], [10, 20, 30]);
});
