import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { portraitPhoto } from '../../test/support/face-photos.ts';
import { hugePng } from '../../test/support/huge-png.ts';
import { decodePhoto, encodeJpeg, photoLimits, type RgbImage, turnImage } from './image.ts';

async function decoded(bytes: Uint8Array) {
  const photo = await decodePhoto(bytes);
  assert.ok(photo.ok, photo.ok ? '' : photo.text);
  return photo;
}

function pixel(image: RgbImage, x: number, y: number): readonly number[] {
  return [...image.data.subarray(3 * (y * image.width + x), 3 * (y * image.width + x) + 3)];
}

function assertNear(actual: readonly number[], expected: readonly number[], within: number): void {
  for (const [at, value] of expected.entries()) {
    assert.ok(Math.abs((actual[at] as number) - value) <= within, `${actual} is not near ${expected}`);
  }
}

/** Left half red, right half blue, 40 x 20. */
function redAndBlue() {
  const data = Buffer.alloc(40 * 20 * 3);
  for (let at = 0; at < 40 * 20; at++) data[3 * at + (at % 40 < 20 ? 0 : 2)] = 255;
  return sharp(data, { raw: { width: 40, height: 20, channels: 3 } });
}

test('a photo that lies on its side by its EXIF orientation is stood up', async () => {
  const bytes = await redAndBlue().withMetadata({ orientation: 6 }).png().toBuffer();
  const { image, sourceWidth, sourceHeight } = await decoded(bytes);
  assert.deepEqual([image.width, image.height, sourceWidth, sourceHeight], [20, 40, 20, 40]);
  assertNear(pixel(image, 10, 2), [255, 0, 0], 2);
  assertNear(pixel(image, 10, 37), [0, 0, 255], 2);
});

test('a picture of 30,000 x 30,000 is refused from its header, before it is decoded', async () => {
  const bytes = hugePng(30_000);
  assert.ok(bytes.length < 2_000_000, `${bytes.length} bytes`);
  const before = process.memoryUsage().rss;
  const photo = await decodePhoto(bytes);
  assert.ok(!photo.ok && photo.problem === 'too-many-pixels');
  assert.match(photo.text, /30000 x 30000/);
  assert.ok(process.memoryUsage().rss - before < 100e6, 'the picture was decoded after all');
});

test('a long thin picture is refused although it has few pixels', async () => {
  const bytes = await sharp({ create: { width: 30_001, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const photo = await decodePhoto(bytes);
  assert.ok(!photo.ok && photo.problem === 'too-many-pixels');
});

test('a CMYK photo comes out in the colours that a viewer shows', async () => {
  const bytes = await redAndBlue().resize(80, 40).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
  assert.equal((await sharp(bytes).metadata()).space, 'cmyk');
  const { image } = await decoded(bytes);
  const [red, green, blue] = pixel(image, 10, 20) as [number, number, number];
  assert.ok(red > 180 && green < 90 && blue < 90, `${[red, green, blue]}`);
});

test('a grey photo gets three equal channels and is known to be grey', async () => {
  const photo = await portraitPhoto('berta');
  const { image, isGrey } = await decoded(await sharp(photo).greyscale().jpeg().toBuffer());
  assert.equal(image.data.length, 3 * image.width * image.height);
  const [red, green, blue] = pixel(image, 200, 300);
  assert.ok(red === green && green === blue);
  assert.equal(isGrey, true);
  assert.equal((await decoded(photo)).isGrey, false);
});

test('transparency becomes white, not black', async () => {
  const bytes = await sharp({
    create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  assertNear(pixel((await decoded(bytes)).image, 4, 4), [255, 255, 255], 0);
});

test('sixteen bits a channel are brought down to eight', async () => {
  const bytes = await redAndBlue().toColourspace('rgb16').png().toBuffer();
  assert.equal((await sharp(bytes).metadata()).depth, 'ushort');
  assertNear(pixel((await decoded(bytes)).image, 2, 2), [255, 0, 0], 2);
});

test('a large photo is scaled down, and says how large it was', async () => {
  const bytes = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: 'green' } })
    .jpeg()
    .toBuffer();
  const { image, sourceWidth, sourceHeight } = await decoded(bytes);
  assert.deepEqual([image.width, image.height], [photoLimits.longestSide, 1200]);
  assert.deepEqual([sourceWidth, sourceHeight], [4000, 3000]);
});

test('what is no photo is refused: text, nothing, SVG, GIF, a header alone', async () => {
  const photo = await portraitPhoto('anna');
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
  const gif = await redAndBlue().gif().toBuffer();
  for (const bytes of [Buffer.from('hello'), Buffer.alloc(0), Buffer.from(svg), gif, photo.subarray(0, 30)]) {
    const answer = await decodePhoto(bytes);
    assert.ok(!answer.ok && answer.problem === 'not-an-image', answer.ok ? 'accepted' : answer.problem);
  }
});

test('a photo cut off in the middle is refused, not filled with grey', async () => {
  const photo = await portraitPhoto('anna');
  const answer = await decodePhoto(photo.subarray(0, photo.length / 2));
  assert.ok(!answer.ok && answer.problem === 'not-an-image');
  assert.match(answer.text, /damaged/);
});

test('turning goes clockwise, and four quarters make a whole', async () => {
  const { image } = await decoded(await redAndBlue().png().toBuffer());
  const turned = turnImage(image, 90);
  assert.deepEqual([turned.width, turned.height], [20, 40]);
  assertNear(pixel(turned, 10, 2), [255, 0, 0], 2);
  assert.deepEqual([...turnImage(turned, 270).data], [...image.data]);
  assert.deepEqual([...turnImage(turnImage(image, 180), 180).data], [...image.data]);
});

test('an encoded frame reads back as the same picture, without metadata', async () => {
  const { image } = await decoded(await portraitPhoto('anna'));
  const jpeg = await encodeJpeg(image);
  assert.equal((await sharp(jpeg).metadata()).exif, undefined);
  const again = (await decoded(jpeg)).image;
  assert.deepEqual([again.width, again.height], [image.width, image.height]);
  const away = image.data.reduce((sum, value, at) => sum + Math.abs(value - (again.data[at] as number)), 0);
  assert.ok(away / image.data.length < 4);
});
