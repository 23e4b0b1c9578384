import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { portraitPhoto } from '../../test/support/face-photos.ts';
import { decodePhoto } from '../vision/image.ts';
import { measureBlockiness } from './blockiness.ts';

const face = { left: 100, top: 120, right: 380, bottom: 500 };

async function blockinessOf(bytes: Uint8Array): Promise<number> {
  const photo = await decodePhoto(bytes);
  assert.ok(photo.ok);
  return measureBlockiness(photo.image, face);
}

test('the blocks of JPEG stand out the more, the harder it compressed', async () => {
  const bytes = await portraitPhoto('anna');
  const values: number[] = [];
  for (const quality of [90, 40, 10])
    values.push(await blockinessOf(await sharp(bytes).jpeg({ quality }).toBuffer()));
  const [good = 0, poor = 0, worst = 0] = values;
  assert.ok(good < 4 && good < poor && poor < worst && worst > 7, values.join(' '));
});

test('a flat picture has no blocks, and a part at the edge of the picture is measured as far as it goes', async () => {
  const flat = { data: new Uint8Array(3 * 64 * 64).fill(90), width: 64, height: 64 };
  assert.equal(measureBlockiness(flat, { left: -20, top: -20, right: 90, bottom: 90 }), 0);
});
