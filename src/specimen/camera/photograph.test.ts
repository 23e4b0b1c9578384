import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { portraitPhoto } from '../../../test/support/face-photos.ts';
import { cardTypeNames } from '../../cards/card-type.ts';
import { loadFaceDetector } from '../../vision/face-detect.ts';
import { centreOf, type Point } from '../../vision/geometry.ts';
import { decodePhoto, photoLimits, type RgbImage } from '../../vision/image.ts';
import { makeSpecimen } from '../make-specimen.ts';
import type { SideTruth } from '../specimen.ts';
import { photograph, type SpecimenPhoto } from './photograph.ts';
import { type Attack, type Severity, severities } from './shot.ts';

const [width, height] = [1280, 807];

/** A side of one colour that no desk has. */
const plain = {
  image: { data: new Uint8Array(width * height * 3).fill(0), width, height },
  side: {
    ...{ width, height, portrait: null, zones: {}, marks: [] },
    corners: [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ],
  } satisfies SideTruth,
};
for (let at = 1; at < plain.image.data.length; at += 3) plain.image.data[at] = 255;

async function decode(photo: SpecimenPhoto): Promise<RgbImage> {
  const decoded = await decodePhoto(photo.jpeg, photoLimits.cardLongestSide);
  assert.ok(decoded.ok);
  return decoded.image;
}

/** How much greener than red and blue a pixel is. */
function greennessAt({ data, width: across }: RgbImage, x: number, y: number): number {
  const at = (Math.round(y) * across + Math.round(x)) * 3;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  return green - Math.max(red, blue);
}

/** Points on the line between two corners, away from the card's round corners, and the step that leads into it. */
function alongSide(from: Point, to: Point) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const inward = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  return [0.2, 0.5, 0.8].map((share) => ({
    at: { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) },
    inward,
  }));
}

describe('The camera of specimens', () => {
  const take = (severity: Severity, seed: number, attack: Attack | null = null) =>
    photograph(plain.image, plain.side, { seed, severity, attack });

  for (const severity of severities) {
    it(`tells the corners where the card is on ${severity} photos`, async () => {
      const photo = await take(severity, 1);
      const [image, { corners }] = [await decode(photo), photo.truth];
      const sides = corners.flatMap((corner, at) => alongSide(corner, corners[(at + 1) % 4] as Point));
      for (const { at, inward } of sides) {
        const inside = greennessAt(image, at.x + 8 * inward.x, at.y + 8 * inward.y);
        const outside = greennessAt(image, at.x - 8 * inward.x, at.y - 8 * inward.y);
        assert.ok(inside > outside + 30, `${at.x}, ${at.y}: ${inside} inside, ${outside} outside`);
      }
    });
  }

  it('takes the same photo again by the same seed, and another by another', async () => {
    const [first, again, other] = [await take('clear', 1), await take('clear', 1), await take('clear', 2)];
    assert.ok(Buffer.from(first.jpeg).equals(Buffer.from(again.jpeg)));
    assert.notDeepEqual(first.truth.corners, other.truth.corners);
  });

  it('lets the card reach out of the photo where it crops it, and nowhere else', async () => {
    const isOutside = async (photo: SpecimenPhoto) => {
      const { width: right, height: bottom } = await decode(photo);
      return photo.truth.corners.some(({ x, y }) => x < 0 || y < 0 || x > right || y > bottom);
    };
    assert.equal(await isOutside(await take('clear', 5, 'cropped')), true);
    assert.equal(await isOutside(await take('hard', 5)), false);
  });
});

describe('The portrait of a specimen', () => {
  it('is found where it was printed, on every type', async () => {
    const detector = await loadFaceDetector();
    const portrait = await portraitPhoto('anna');
    for (const type of cardTypeNames) {
      const { front, truth } = await makeSpecimen({ type, seed: 3, portrait });
      const box = truth.front.portrait;
      assert.ok(box, type);
      const found = (await detector.predict(front)).filter((face) => {
        const { x, y } = centreOf(face);
        return x > box.left && x < box.right && y > box.top && y < box.bottom;
      });
      assert.equal(found.length, 1, `${type} ${truth.layout}`);
    }
  });
});
