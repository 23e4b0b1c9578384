import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import sharp from 'sharp';
import type { Weights } from '../../page/verify/face/convolve.ts';
import { type Face, findFaces, overlapOf, planesOf } from '../../page/verify/face/find-faces.ts';
import { sizeLookedAt } from '../../page/verify/face/look-size.ts';
import { unpackWeights } from '../../page/verify/face/weights.ts';
import { packDetector } from '../../scripts/pack-detector.ts';
import { type FaceDetector, loadFaceDetector } from '../../src/vision/face-detect.ts';
import { decodePhoto, type RgbImage } from '../../src/vision/image.ts';
import { sortFaces } from '../../src/vision/main-face.ts';
import { emptyPhoto, groupPhoto, portraitPhoto } from '../support/face-photos.ts';
import { lfwPhotos } from '../support/shared-data.ts';

let weights: readonly Weights[];
let server: FaceDetector;
before(async () => {
  weights = unpackWeights(packDetector().slice().buffer);
  server = await loadFaceDetector();
});

async function decoded(photo: Uint8Array): Promise<RgbImage> {
  const answer = await decodePhoto(photo);
  assert.ok(answer.ok);
  return answer.image;
}

/** What the page's network finds in a picture as small as the page looks at it. */
async function foundOnPage({ data, width, height }: RgbImage): Promise<readonly Face[]> {
  const size = sizeLookedAt(width, height);
  const small = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(size.width, size.height, { fit: 'fill', kernel: 'linear' })
    .ensureAlpha()
    .raw()
    .toBuffer();
  return findFaces(weights, planesOf(new Uint8ClampedArray(small), size.width, size.height));
}

/** How well the page's best box covers the server's main face: 1 is the same, 0 is nothing of it. */
async function likeness(image: RgbImage): Promise<number> {
  const { width, height } = image;
  const { main } = sortFaces(await server.predict(image), image);
  assert.ok(main, 'the server finds a face');
  const box = {
    left: main.left / width,
    right: main.right / width,
    top: main.top / height,
    bottom: main.bottom / height,
  };
  return Math.max(0, ...(await foundOnPage(image)).map((face) => overlapOf(face, box)));
}

describe("the page's detector beside the server's, whose weights it has in 8 bits", () => {
  test('it puts the same box on portraits, at a seventieth of the picture', async () => {
    for (const name of ['anna', 'annaAgain', 'berta', 'clara'] as const) {
      const shared = await likeness(await decoded(await portraitPhoto(name)));
      assert.ok(shared > 0.7, `${name}: ${shared}`);
    }
  });

  test('it counts four people in a row, and nobody before a wall', async () => {
    const four = await decoded(groupPhoto(6));
    assert.equal((await foundOnPage(four)).length, 4);
    assert.equal((await foundOnPage(await decoded(await emptyPhoto()))).length, 0);
  });

  const photos = lfwPhotos().filter((_, at) => at % 60 === 0);
  test(`it finds the faces that the server finds in ${photos.length} photos of LFW`, {
    skip: photos.length === 0 && 'the photos are not here',
  }, async () => {
    const shared: number[] = [];
    for (const { path } of photos) shared.push(await likeness(await decoded(readFileSync(path))));
    shared.sort((one, other) => one - other);
    const lost = shared.filter((each) => each < 0.5).length;
    assert.ok(lost === 0, `${lost} of ${shared.length} faces lost`);
    assert.ok(shared[Math.floor(shared.length / 2)]! > 0.85, `median ${shared[shared.length >> 1]}`);
  });

  test('weights of another network are refused, not guessed at', () => {
    assert.throws(() => unpackWeights(new ArrayBuffer(8)), /not the weights/);
  });
});
