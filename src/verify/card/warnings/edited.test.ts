import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCard, paintOver, resave, spoil } from '../../../../test/support/drawn-card.ts';
import type { CardReading } from '../../../cards/card-reading.ts';
import type { RgbImage } from '../../../vision/image.ts';
import { measureEdits } from './edited.ts';
import { lumaOf } from './luma-plane.ts';
import { strengthOf, worthListing } from './sign.ts';

const card = await drawCard('#d8c9a0');
const phone = new Uint8Array(64);

function strength(image: RgbImage, reading: CardReading | null = null, file = phone): number {
  return Math.max(...measureEdits(lumaOf(image), card.lines, reading, file).map(strengthOf));
}

test('an untouched card is not called edited, sharp, blurred or compressed', async () => {
  assert.ok(strength(card.image) < worthListing);
  assert.ok(strength(await spoil(card.image, (picture) => picture.blur(2))) < worthListing);
  for (const quality of [90, 75, 60]) assert.ok(strength(await resave(card.image, quality)) < worthListing);
});

test('a field printed anew on an even patch is told', async () => {
  const { left, top, right, bottom } = card.lines[4]!.box;
  const strokes = Array.from(
    { length: 9 },
    (_, at) =>
      `<rect x="${left + 4 + 26 * at}" y="${top}" width="6" height="${bottom - top}" fill="#1c1c28"/>`,
  );
  const patch = `<rect x="${left - 8}" y="${top - 6}" width="${right - left + 16}" height="${bottom - top + 12}" fill="#d8c9a0"/>`;
  const blurred = await spoil(card.image, (picture) => picture.blur(1.2));
  assert.ok(strength(await paintOver(blurred, patch + strokes.join(''))) >= worthListing);
});

test('a number that contradicts the date or the sex is told, one that is merely unsure is not', () => {
  const reading = (kind: 'contradiction' | 'unsure'): CardReading => ({
    fields: {},
    confidence: {},
    zones: {},
    reasons: [{ kind, field: 'number', text: 'The number says another day than the date of birth.' }],
    numberHolds: true,
  });
  assert.ok(strength(card.image, reading('contradiction')) >= worthListing);
  assert.ok(strength(card.image, reading('unsure')) < worthListing);
});

test('a file that names an editing program is told, a phone is not', () => {
  const named = (name: string) => Buffer.from(`\xff\xd8\xff\xe1..Exif..${name}..`, 'latin1');
  assert.ok(strength(card.image, null, named('Adobe Photoshop 25.0 (Windows)')) >= worthListing);
  assert.ok(strength(card.image, null, named('iPhone 15')) < worthListing);
});
