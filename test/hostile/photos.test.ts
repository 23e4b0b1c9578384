import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { hashBizToken } from '../../src/token/biz-token.ts';
import { emptyPhoto, groupPhoto, portraitPhoto } from '../support/face-photos.ts';
import { hugePng } from '../support/huge-png.ts';
import { callJson } from '../support/signed-call.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';

describe('a photo that a merchant sends to compare with', () => {
  let server: WireServer;
  let portrait: Uint8Array;
  before(async () => {
    [server, portrait] = await Promise.all([startWireServer(), portraitPhoto('anna')]);
  });
  after(() => server.stop());

  async function apply(photo: Uint8Array) {
    const { status, Response } = await callJson(
      server.port,
      server.credentials,
      'ApplyWebVerificationBizTokenIntl',
      {
        RedirectURL: 'https://shop.example/back',
        CompareImageBase64: Buffer.from(photo).toString('base64'),
        Config: { CheckMode: 2, SecurityLevel: 1 },
      },
    );
    assert.equal(status, 200);
    return Response;
  }
  async function assertTaken(photo: Uint8Array): Promise<void> {
    const { Error: refused, BizToken } = await apply(photo);
    assert.equal(refused, undefined, JSON.stringify(refused));
    const found = await server.store.verifications.byTokenHash(hashBizToken(String(BizToken)));
    assert.ok(found && !('erased' in found) && found.referencePhotoId !== null);
  }
  async function assertRefused(photo: Uint8Array, why: RegExp): Promise<void> {
    const { Error: refused, BizToken } = await apply(photo);
    assert.equal(BizToken, undefined);
    assert.equal(refused?.Code, 'InvalidParameterValue');
    assert.match(refused?.Message ?? '', why);
    assert.match(refused?.Message ?? '', /CompareImageBase64/);
  }

  it('is refused at 30,000 x 30,000 pixels, at once and without the memory that it would take', async () => {
    const before = process.memoryUsage().rss;
    await assertRefused(hugePng(30_000), /30000 x 30000/);
    assert.ok(process.memoryUsage().rss - before < 150e6, 'the picture was decoded after all');
  });

  it('is refused plainly at 39 million pixels without a face', async () => {
    await assertRefused(hugePng(6_200), /No face/);
  });

  it('is taken in CMYK', async () => {
    const cmyk = await sharp(portrait).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    assert.equal((await sharp(cmyk).metadata()).space, 'cmyk');
    await assertTaken(cmyk);
  });

  for (const orientation of [3, 6, 8]) {
    it(`is taken when EXIF orientation ${orientation} stands it up`, async () => {
      const degrees = { 3: 180, 6: 270, 8: 90 }[orientation] as number;
      const lying = await sharp(portrait).rotate(degrees).withMetadata({ orientation }).jpeg().toBuffer();
      await assertTaken(lying);
    });
  }

  it('is taken when it lies on its side and no EXIF says so', async () => {
    await assertTaken(await sharp(portrait).rotate(90).jpeg().toBuffer());
  });

  it('is refused without a face, with several, and with one too small', async () => {
    await assertRefused(await emptyPhoto(), /No face/);
    await assertRefused(groupPhoto(6), /\d people/);
    const small = await sharp(portrait).resize(64).toBuffer();
    await assertRefused(small, /at least 60/);
  });

  it('is refused as SVG, GIF, animated or not, TIFF, PDF, and as a script', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640"><image href="file:///etc/passwd"/></svg>`;
    const gif = await sharp(portrait).resize(240).gif().toBuffer();
    const tiff = await sharp(portrait).resize(240).tiff().toBuffer();
    for (const bytes of [Buffer.from(svg), gif, tiff, Buffer.from('%PDF-1.7\n'), Buffer.from('<script>')]) {
      await assertRefused(bytes, /not a readable JPEG, PNG or WebP/);
    }
  });

  it('is its first picture where it is animated', async () => {
    const frame = await sharp(portrait).resize(240, 320).removeAlpha().raw().toBuffer();
    const grey = Buffer.alloc(frame.length, 90);
    const animate = (...frames: Buffer[]) =>
      sharp(Buffer.concat(frames), {
        raw: { width: 240, height: 320 * frames.length, channels: 3, pageHeight: 320 },
      })
        .webp({ delay: frames.map(() => 100), quality: 95 })
        .toBuffer();
    const faceFirst = await animate(frame, grey);
    assert.equal((await sharp(faceFirst).metadata()).pages, 2);
    await assertTaken(faceFirst);
    await assertRefused(await animate(grey, frame), /No face/);
  });

  it('is refused when it is cut off, at any place', async () => {
    for (const share of [0.02, 0.3, 0.7, 0.97]) {
      const cutOff = portrait.subarray(0, Math.floor(portrait.length * share));
      await assertRefused(cutOff, /damaged|not a readable/);
    }
  });

  it('brings no more than a plain "too many" when forty come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => apply(portrait)));
    const codes = answers.map((answer) => answer.Error?.Code ?? 'none');
    assert.ok(
      codes.every((code) => code === 'none' || code === 'ResourceUnavailable'),
      codes.join(),
    );
    assert.ok(codes.filter((code) => code === 'none').length >= 16);
    assert.ok(codes.includes('ResourceUnavailable'), 'the queue has no end');
    await assertTaken(portrait);
  });
});
