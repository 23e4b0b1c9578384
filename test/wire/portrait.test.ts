import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { hashBizToken } from '../../src/token/biz-token.ts';
import { readPortrait } from '../../src/verify/portrait.ts';
import { loadVision } from '../../src/vision/faces.ts';
import { decodePhoto } from '../../src/vision/image.ts';
import { sortFaces } from '../../src/vision/main-face.ts';
import { type GoodPhoto, spoils } from '../accuracy/spoil-photo.ts';
import { emptyPhoto, groupPhoto, portraitPhoto } from '../support/face-photos.ts';
import { type SdkError, sdkClient } from '../support/sdk.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';

async function goodPhoto(): Promise<GoodPhoto> {
  const vision = await loadVision();
  const bytes = await portraitPhoto('anna');
  const portrait = await readPortrait(vision, bytes);
  const photo = await decodePhoto(bytes);
  assert.ok(portrait.ok && photo.ok);
  const { main } = sortFaces(await vision.detector.predict(photo.image), photo.image);
  assert.ok(main);
  const landmarks = await vision.landmarker.predict(photo.image, main);
  return { bytes, faceHeightPixels: portrait.faceHeightPixels, landmarks };
}

describe('a reference portrait, by the SDK', () => {
  let server: WireServer;
  let good: GoodPhoto;
  before(async () => {
    [server, good] = await Promise.all([startWireServer(), goodPhoto()]);
  });
  after(() => server.stop());

  async function apply(photo: Uint8Array) {
    const sdk = sdkClient(server.credentials, `127.0.0.1:${server.port}`);
    const CompareImageBase64 = Buffer.from(photo).toString('base64');
    return sdk.apply({ RedirectURL: 'https://shop.example/cb', CompareImageBase64 });
  }
  async function warningsOf(photo: Uint8Array): Promise<string> {
    const { BizToken } = await apply(photo);
    const found = await server.store.verifications.byTokenHash(hashBizToken(BizToken));
    assert.ok(found && !('erased' in found));
    return found.warnings.join('\n');
  }
  async function refusalOf(photo: Uint8Array): Promise<string> {
    const error = await apply(photo).then(
      () => assert.fail('it was taken'),
      (error: SdkError) => error,
    );
    assert.equal(error.code, 'InvalidParameterValue');
    assert.match(error.message, /^`CompareImageBase64`: /);
    return error.message;
  }
  async function spoiled(name: string): Promise<Uint8Array> {
    const found = spoils.find((spoil) => spoil.name === name);
    assert.ok(found, name);
    return found.spoil(good);
  }
  async function withFaceOf(height: number): Promise<Uint8Array> {
    const width = Math.round((480 * height) / good.faceHeightPixels);
    return sharp(good.bytes).resize(width).jpeg({ quality: 90 }).toBuffer();
  }

  it('is taken without a word when it is good', async () => {
    assert.equal(await warningsOf(good.bytes), '');
  });

  it('is refused under 60 pixels of face, and the height is said', async () => {
    for (const height of [30, 40, 50])
      assert.match(await refusalOf(await withFaceOf(height)), /\d\d pixels high; at least 60/);
  });

  it('is taken with a stored warning under 100 pixels, and without one above', async () => {
    for (const height of [65, 80, 95])
      assert.match(await warningsOf(await withFaceOf(height)), /\d\d pixels high; from 100 on/);
    assert.doesNotMatch(await warningsOf(await withFaceOf(108)), /pixels high/);
  });

  it('is taken with a warning of its own for each thing that is wrong with it', async () => {
    const warnings = {
      'face 40 px high, enlarged 3 times': /blurred, or enlarged/,
      'blurred by a 60th of its height': /blurred/,
      'JPEG of quality 10': /blocks show/,
      grey: /no colour/,
      'a third of the contrast': /little contrast/,
      'a fifth of the light': /too dark/,
    };
    for (const [name, warning] of Object.entries(warnings))
      assert.match(await warningsOf(await spoiled(name)), warning, name);
  });

  it('is not taken in silence when the face is covered or drowned in light', async () => {
    for (const name of ['dark bar over the eyes', 'mask over nose and mouth', 'overexposed']) {
      const said = await warningsOf(await spoiled(name)).catch(({ message }: SdkError) => message);
      assert.match(said, /hard to read|too bright|No face was found in the photo/, name);
    }
  });

  it('is turned upright, whichever way the file lies', async () => {
    assert.equal(await warningsOf(await spoiled('lying on its side')), '');
  });

  it('is refused without a face, with several people, and as no picture at all', async () => {
    assert.match(await refusalOf(await emptyPhoto()), /No face/);
    assert.match(await refusalOf(groupPhoto()), /shows \d people/);
    assert.match(await refusalOf(Buffer.from('GIF89a no picture')), /not a readable JPEG/);
  });
});
