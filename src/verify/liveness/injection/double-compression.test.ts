import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { portraitPhoto } from '../../../../test/support/face-photos.ts';
import type { VideoFrame, VideoSummary } from '../../../vision/video/video-frame.ts';
import { measureDoubleCompression } from './double-compression.ts';

const video = { sourceWidth: 480, sourceHeight: 640 } as VideoSummary;

/** A portrait as JPEG of some quality at some size, then scaled to a frame of 480 x 640 and compressed lightly once more. */
async function frameOf(firstWidth: number, quality: number): Promise<VideoFrame> {
  const first = await sharp(await portraitPhoto('anna'))
    .resize(firstWidth, Math.round((firstWidth * 4) / 3), { fit: 'cover' })
    .jpeg({ quality })
    .toBuffer();
  const second = await sharp(first).resize(480, 640, { fit: 'fill' }).jpeg({ quality: 90 }).toBuffer();
  const luma = await sharp(second).toColourspace('b-w').raw().toBuffer();
  return { width: 480, height: 640, luma: new Uint8Array(luma), timestampMs: 0 } as unknown as VideoFrame;
}

test('blocks of a first compression are found at their scaled period', async () => {
  const found = measureDoubleCompression([await frameOf(400, 30)], video);
  assert.ok(found && found.foreignGrid > 12, JSON.stringify(found));
  // 8 pixels of 400, on 480, and the first overtone.
  assert.ok(Math.min(Math.abs(found.periodPixels - 9.6), Math.abs(found.periodPixels - 4.8)) < 0.05);
});

test("blocks on the codec's own grid are its own", async () => {
  const found = measureDoubleCompression([await frameOf(480, 30)], video);
  assert.ok(found && found.foreignGrid < 5, JSON.stringify(found));
});

test('a good first compression leaves nothing to find', async () => {
  const found = measureDoubleCompression([await frameOf(720, 95)], video);
  assert.ok(found && found.foreignGrid < 5, JSON.stringify(found));
});

test('without a frame nothing is said', () => {
  assert.equal(measureDoubleCompression([], video), null);
});
