import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faceInPhoto } from '../../../test/support/face-in-photo.ts';
import { lfwPhotos } from '../../../test/support/shared-data.ts';
import type { Landmarks } from '../../vision/face-landmarks.ts';
import type { RgbImage } from '../../vision/image.ts';
import { thresholds } from '../thresholds.ts';
import { type ColorPicture, mouthRednessOf } from './mouth-color.ts';

const photos = lfwPhotos();
const skip = photos.length > 0 ? false : 'the photos of people are not here';
const least = thresholds.mouthRednessLeast.value;

/** A photo, or a made picture, as the judge has a frame: colours at half its size. */
function seenAs({ width, height, data }: RgbImage): ColorPicture {
  const at = (x: number, y: number, colour: number) => data[3 * (2 * y * width + 2 * x) + colour]!;
  return {
    width,
    height,
    halfColorAt: (x, y) => (at(x, y, 0) << 16) | (at(x, y, 1) << 8) | at(x, y, 2),
  };
}

async function rednessIn(path: string): Promise<number | null> {
  const found = await faceInPhoto(path);
  return found && mouthRednessOf(seenAs(found.image), found.face, found.landmarks);
}

test('a glove and a microphone before the mouth hide it', { skip }, async () => {
  for (const name of ['Tiger_Woods_0023', 'Richard_Branson_0001']) {
    const redness = await rednessIn(photos.find(({ path }) => path.includes(name))!.path);
    assert.ok(redness !== null && redness < least, `${name}: ${redness}`);
  }
});

test('a bare mouth is seen in people of all kinds, behind beards and under tinted glasses', {
  skip,
}, async () => {
  const known = [
    ...['Justin_Gatlin_0002', 'Isaiah_Washington', 'Calbert_Cheaney', 'Willie_Nelson_0001'],
    ...['Gil_Cates_0001', 'Sheikh_Ahmed_Yassin_0001', 'Naji_Sabri_0008'],
  ];
  const some = photos.filter(({ path }, at) => at % 60 === 11 || known.some((name) => path.includes(name)));
  assert.ok(some.length > 60);
  for (const { path } of some) {
    const redness = await rednessIn(path);
    assert.ok(redness === null || redness >= least, `${path}: ${redness}`);
  }
});

/** A face of one colour with lips of another; eyes 100 pixels apart. */
function face(skin: readonly number[], mouth: readonly number[]): RgbImage {
  const image = { width: 400, height: 400, data: new Uint8Array(3 * 400 * 400) };
  for (let at = 0; at < image.data.length; at++) {
    const y = Math.floor(at / 1200);
    image.data[at] = (y > 250 ? mouth : skin)[at % 3]!;
  }
  return image;
}

const box = { left: 90, right: 310, top: -25, bottom: 403 };
/** Eyes at 150 and 250 in row 150, the mouth where it is told to be. */
const landmarksWith = (mouthY: number): Landmarks =>
  Array.from({ length: 68 }, (_, at) =>
    at < 42 ? { x: 150, y: 150 } : at < 48 ? { x: 250, y: 150 } : { x: 200, y: mouthY },
  );
const [skin, redLips, cloth] = [
  [180, 130, 110],
  [170, 90, 90],
  [160, 165, 170],
];

test('light of another colour makes no mask of a mouth, and no mouth of a mask', () => {
  for (const light of [
    [1, 1, 1],
    [0.4, 0.9, 1.2],
    [1.3, 0.8, 0.5],
  ]) {
    const lit = (color: readonly number[]) => color.map((part, at) => part * light[at]!);
    const bare = mouthRednessOf(seenAs(face(lit(skin!), lit(redLips!))), box, landmarksWith(300));
    const masked = mouthRednessOf(seenAs(face(lit(skin!), lit(cloth!))), box, landmarksWith(300));
    assert.ok(bare > 1.2 && masked < 0.8, JSON.stringify({ light, bare, masked }));
  }
});

test('a mask that draws the landmarks of the mouth up to the nose is seen where the mouth must be', () => {
  const masked = seenAs(face(skin!, cloth!));
  assert.ok(mouthRednessOf(masked, box, landmarksWith(210)) < 0.8);
});

test('a picture without colours tells of no mask, and neither does a face beyond the border', () => {
  assert.equal(mouthRednessOf(seenAs(face([120, 120, 120], [60, 60, 60])), box, landmarksWith(300)), 1);
  const outside = { left: 4090, right: 4310, top: -25, bottom: 403 };
  const there = landmarksWith(300).map(({ x, y }) => ({ x: x + 4000, y }));
  assert.equal(mouthRednessOf(seenAs(face(skin!, redLips!)), outside, there), 1);
});
