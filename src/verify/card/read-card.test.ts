import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import sharp from 'sharp';
import { type CardPhotos, photographCard } from '../../../test/support/card-photos.ts';
import { emptyPhoto, groupPhoto, portraitPhoto } from '../../../test/support/face-photos.ts';
import { photograph } from '../../specimen/camera/photograph.ts';
import { makeSpecimen } from '../../specimen/make-specimen.ts';
import { loadVision } from '../../vision/faces.ts';
import type { Box } from '../../vision/geometry.ts';
import type { RgbImage } from '../../vision/image.ts';
import { compareFaces } from '../compare.ts';
import { readPortrait } from '../portrait.ts';
import { namedScale, passMark } from '../similarity.ts';
import type { CardVerdict } from './card-verdict.ts';
import { type CardKit, loadCardKit, readCard } from './read-card.ts';

let kit: CardKit;
let card: CardPhotos;

before(async () => {
  kit = await loadCardKit();
  const portrait = await portraitPhoto('anna');
  card = await photographCard({ type: 'HKIDCard', layout: '2018-helvetica', portrait });
});

const readFront = (front: Uint8Array, askedType: CardVerdict['type'] = null) =>
  readCard(kit, { front, back: null, askedType });

describe('a card that nobody said the type of', () => {
  test('is recognised, read to the letter, and passes', async () => {
    const verdict = await readFront(card.front);
    assert.deepEqual([verdict.problem, verdict.type, verdict.isPass], [null, 'HKIDCard', true]);
    assert.deepEqual(verdict.normalCardInfo, card.truth.normal);
    assert.deepEqual(verdict.cardInfo, card.truth.fields);
    assert.ok(verdict.warnings.every(({ stops }) => !stops));
  });

  for (const degrees of [90, 180, 270]) {
    test(`is read as well from a photo that lies turned by ${degrees} degrees`, async () => {
      const turned = await sharp(card.front).rotate(degrees).jpeg({ quality: 92 }).toBuffer();
      assert.deepEqual((await readFront(turned)).normalCardInfo, card.truth.normal);
    });
  }

  test('is found where the photo turned by its EXIF shows it', async () => {
    const upright = await readFront(card.front);
    const stored = await sharp(card.front).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const turned = await readFront(stored);
    for (const [at, corner] of (upright.corners ?? []).entries()) {
      const { x, y } = turned.corners?.[at] ?? { x: 0, y: 0 };
      assert.ok(Math.hypot(x - corner.x, y - corner.y) < 12, `corner ${at} lies at ${x}, ${y}`);
    }
  });

  test('is none that is known where it is a page of other text', async () => {
    const lines = Array.from(
      { length: 12 },
      (_, row) => `<text x="80" y="${120 + 70 * row}">The quick brown fox</text>`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="1000"><rect width="1280" height="1000" fill="#fff"/><g font-size="48">${lines.join('')}</g></svg>`;
    const page = await sharp(Buffer.from(svg)).jpeg().toBuffer();
    const verdict = await readFront(page);
    assert.deepEqual([verdict.problem, verdict.type, verdict.isPass], ['other-type', null, false]);
  });
});

test('another type than was asked for is named, and nothing is read of it', async () => {
  const verdict = await readFront(card.front, 'ThailandIDCard');
  assert.deepEqual([verdict.problem, verdict.type, verdict.isPass], ['other-type', 'HKIDCard', false]);
  assert.deepEqual([verdict.fields, verdict.normalCardInfo], [{}, null]);
});

test('pictures without a card are none: people, a wall', async () => {
  for (const photo of [groupPhoto(), await emptyPhoto()]) {
    const { problem, isPass } = await readFront(photo);
    assert.deepEqual([problem, isPass], ['no-card', false]);
  }
});

describe('the portrait', () => {
  test('is that of the card, not its ghost, and good enough to be compared with', async () => {
    const { portrait } = await readFront(card.front, 'HKIDCard');
    assert.ok(portrait);
    const vision = await loadVision();
    const [cut, live] = [
      await readPortrait(vision, portrait),
      await readPortrait(vision, await portraitPhoto('annaAgain')),
    ];
    assert.ok(cut.ok && live.ok);
    assert.equal(cut.otherPersons, 0);
    assert.equal(cut.isGrey, false);
    const { similarity } = compareFaces(cut.embedding, [live.embedding], namedScale('default'));
    assert.ok(similarity >= passMark, `similarity ${similarity}`);
  });

  test('is missing where it is covered, though its ghost is not', async () => {
    const portrait = await portraitPhoto('anna');
    const { front, truth } = await makeSpecimen({
      type: 'HKIDCard',
      seed: 1,
      layout: '2018-helvetica',
      portrait,
    });
    fill(front, truth.front.portrait as Box, 120);
    const { jpeg } = await photograph(front, truth.front, { seed: 1, severity: 'clear' });
    const verdict = await readFront(jpeg, 'HKIDCard');
    assert.deepEqual([verdict.problem, verdict.isPass, verdict.portrait], ['portrait-missing', true, null]);
  });

  test('is too small in a photo of few pixels, though its text may still be read', async () => {
    const small = await sharp(card.front).resize(300).jpeg({ quality: 90 }).toBuffer();
    assert.equal((await readFront(small, 'HKIDCard')).problem, 'portrait-too-small');
  });
});

function fill({ data, width }: RgbImage, box: Box, level: number): void {
  for (let y = box.top; y < box.bottom; y++) {
    data.fill(level, 3 * (y * width + box.left), 3 * (y * width + box.right));
  }
}
