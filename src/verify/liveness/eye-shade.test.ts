import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faceInPhoto } from '../../../test/support/face-in-photo.ts';
import { lfwPhotos } from '../../../test/support/shared-data.ts';
import { cropToGrey } from '../../vision/crop.ts';
import { thresholds } from '../thresholds.ts';
import { type EyeShade, shadeOf } from './eye-shade.ts';

const photos = lfwPhotos();
const skip = photos.length > 0 ? false : 'the photos of people are not here';

/** Told by eye, of the photos of LFW: glasses through which no eye is to be seen. */
const inDarkGlasses = [
  'Annie-Jeanne_Reynaud_0001',
  'Carla_Sullivan_0001',
  'Fernando_Vargas_0002',
  'Jane_Fonda_0002',
  'Jessica_Lange_0001',
  'Keanu_Reeves_0006',
  'Keanu_Reeves_0007',
  'Kevin_Costner_0002',
  'Samuel_Waksal_0002',
  'Will_Smith_0002',
];

async function shadeIn(path: string): Promise<EyeShade | null> {
  const found = await faceInPhoto(path);
  if (!found) return null;
  const { image, landmarks } = found;
  const { width, height } = image;
  const whole = { left: 0, top: 0, right: width, bottom: height };
  const luma = Uint8Array.from(cropToGrey(image, whole, width, height), Math.round);
  return shadeOf({ luma, width, height }, landmarks);
}

test('a bare-eyed man with dark skin and shadowed lids is not taken for one in dark glasses', {
  skip,
}, async () => {
  const his = photos.find(({ path }) => path.includes('Vince_Carter_0003'));
  const shade = his ? await shadeIn(his.path) : null;
  assert.ok(shade && shade.below >= thresholds.eyesBelowLeast.value, JSON.stringify(shade));
});

test('people in dark glasses are told from people with bare eyes, clear glasses and shadowed sockets', {
  skip,
}, async () => {
  const dark = photos.filter(({ path }) => inDarkGlasses.some((name) => path.includes(name)));
  const bare = photos.filter((_, at) => at % 60 === 7);
  assert.equal(dark.length, inDarkGlasses.length);
  for (const { path } of dark) {
    const shade = await shadeIn(path);
    assert.ok(shade && shade.below < thresholds.eyesBelowLeast.value, path);
  }
  for (const { path } of bare) {
    const shade = await shadeIn(path);
    if (!shade) continue;
    assert.ok(shade.below >= thresholds.eyesBelowLeast.value, path);
    assert.ok(shade.within >= thresholds.eyesWithinLeast.value, path);
    assert.ok(shade.evenness <= thresholds.eyeEvennessMost.value, path);
  }
});

test('a small black cover over the eyes alone leaves the skin below them bright', () => {
  const luma = new Uint8Array(100 * 100).fill(150);
  for (const x of [30, 70]) for (let y = 44; y < 57; y++) luma.fill(20, y * 100 + x - 12, y * 100 + x + 13);
  const landmarks = Array.from({ length: 68 }, (_, at) => ({ x: at < 42 ? 30 : 70, y: 50 }));
  const { below, within } = shadeOf({ luma, width: 100, height: 100 }, landmarks);
  assert.ok(below > 0.9 && within < 0.2, JSON.stringify({ below, within }));
});

test('a man who laughs with eyes almost shut has no hand over them', { skip }, async () => {
  const his = photos.find(({ path }) => path.includes('Boris_Becker_0004'));
  const shade = his ? await shadeIn(his.path) : null;
  assert.ok(shade && shade.evenness <= thresholds.eyeEvennessMost.value, JSON.stringify(shade));
});

test('a hand over one eye leaves nothing dark there, though the other eye is bare', () => {
  const luma = Uint8Array.from({ length: 100 * 100 }, (_, at) => 145 + ((at * 7919) % 11));
  const hidden = { luma: luma.slice(), width: 100, height: 100 };
  const bare = { luma, width: 100, height: 100 };
  for (const [picture, eyes] of [
    [hidden, [30]],
    [bare, [30, 70]],
  ] as const)
    for (const x of eyes)
      for (let y = 47; y < 54; y++) picture.luma.fill(40, y * 100 + x - 4, y * 100 + x + 5);
  const landmarks = Array.from({ length: 68 }, (_, at) => ({ x: at < 42 ? 30 : 70, y: 50 }));
  const most = thresholds.eyeEvennessMost.value;
  const evennesses = [hidden, bare].map((picture) => shadeOf(picture, landmarks).evenness);
  assert.ok(evennesses[0]! > most && evennesses[1]! < 0.5, JSON.stringify(evennesses));
});

test('an eye at the picture’s border is measured as far as it is there', () => {
  const picture = { luma: new Uint8Array(100 * 100).fill(90), width: 100, height: 100 };
  const landmarks = Array.from({ length: 68 }, (_, at) => ({ x: at < 42 ? 2 : 52, y: 50 }));
  assert.deepEqual(shadeOf(picture, landmarks), { below: 1, within: 1, evenness: 1 });
  const outside = Array.from({ length: 68 }, () => ({ x: 500, y: 500 }));
  assert.deepEqual(shadeOf(picture, outside), { below: 0, within: 0, evenness: 0 });
});
