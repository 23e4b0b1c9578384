import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { photoKind } from './photo-kind.ts';

describe('the kind of a photo', () => {
  it('is told by its bytes', async () => {
    const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#808080' } });
    assert.equal(photoKind(await picture.jpeg().toBuffer()), 'jpeg');
    assert.equal(photoKind(await picture.png().toBuffer()), 'png');
    assert.equal(photoKind(await picture.webp().toBuffer()), 'webp');
  });

  it('is told apart where a phone hands out what we cannot read', () => {
    assert.equal(photoKind(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')), 'heic');
    assert.equal(photoKind(Buffer.from('\0\0\0\x1cftypmif1\0\0\0\0', 'latin1')), 'heic');
    assert.equal(photoKind(Buffer.from('\0\0\0\x1cftypmp42\0\0\0\0', 'latin1')), null);
  });

  it('is none for what is no photo', () => {
    for (const text of [
      '',
      'a',
      'GIF89a picture',
      '<svg xmlns="x"/>',
      '%PDF-1.7',
      'RIFF1234WAVE',
      '{"a":1}',
    ]) {
      assert.equal(photoKind(Buffer.from(text)), null, text);
    }
  });
});
