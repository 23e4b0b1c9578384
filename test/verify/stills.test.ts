import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { resultCodes } from '../../src/result-codes.ts';
import { decodePhoto } from '../../src/vision/image.ts';
import { emptyPhoto, groupPhoto, type PortraitName, portraitPhoto } from '../support/face-photos.ts';
import { type Handling, handlings } from '../support/held-sheet.ts';
import { type Bench, openBench } from '../support/recorded.ts';
import { type Medium, media, refilmStill } from '../support/refilmed-still.ts';
import type { Picture } from '../support/video-encoder.ts';

const framesPerSecond = 12;
const refusedAsCopy: readonly number[] = [resultCodes.spoofed, resultCodes.notReal];

let bench: Bench;
before(async () => {
  bench = await openBench();
});

async function decode(bytes: Uint8Array): Promise<Picture> {
  const photo = await decodePhoto(bytes);
  assert.ok(photo.ok);
  return photo.image;
}

function refilm(photo: Picture, medium: Medium, handling: Handling, seed: number) {
  const how = { seed, medium, handling, seconds: 4, framesPerSecond, sheetWidthPixels: 560 };
  return bench.judge(refilmStill(photo, how), framesPerSecond);
}

const people: readonly PortraitName[] = ['anna', 'annaAgain', 'berta'];

// SIMULATED: a photo drawn in perspective, with a hand's tremor, paper's or a screen's look, and a sensor's noise.
describe('a photo of a face, filmed again, is refused', () => {
  for (const [at, handling] of handlings.entries()) {
    for (const medium of media) {
      const person = people[(at + media.indexOf(medium)) % people.length]!;
      test(`${medium}, ${handling} (${person})`, async () => {
        const { livenessCode, signals } = await refilm(
          await decode(await portraitPhoto(person)),
          medium,
          handling,
          at,
        );
        assert.ok(refusedAsCopy.includes(livenessCode), `${livenessCode} ${JSON.stringify(signals)}`);
      });
    }
  }
});

test('the same picture over and over is refused as frozen', async () => {
  const photo = await decode(await portraitPhoto('anna'));
  const judgement = await bench.judge(
    Array.from({ length: 4 * framesPerSecond }, () => photo),
    framesPerSecond,
  );
  assert.equal(judgement.livenessCode, resultCodes.spoofed);
  assert.ok(judgement.reasons.some(({ id, refuses }) => id === 'injection.frozen' && refuses));
});

test('a photo of two people is refused for showing two', async () => {
  const { default: sharp } = await import('sharp');
  const pair = await sharp(groupPhoto(6)).extract({ left: 900, top: 0, width: 900, height: 900 }).toBuffer();
  const { livenessCode } = await refilm(await decode(pair), 'print', 'held', 1);
  assert.equal(livenessCode, resultCodes.livenessFailed);
});

test('a wall without a face is no face', async () => {
  const { livenessCode } = await refilm(await decode(await emptyPhoto()), 'print', 'held', 1);
  assert.equal(livenessCode, resultCodes.noFace);
});
