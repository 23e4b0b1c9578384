import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { portraitPhoto } from '../../../../test/support/face-photos.ts';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { patchSide, spectrumOf } from '../../../vision/spectrum.ts';
import { strongestLattice } from './lattice.ts';

type Pattern = (x: number, y: number) => number;

const turn = 2 * Math.PI;
/** Square cells of a period, turned by some radians. */
const cells =
  (period: number, angle: number, strength: number): Pattern =>
  (x, y) => {
    const u = (x * Math.cos(angle) + y * Math.sin(angle)) / period;
    const v = (y * Math.cos(angle) - x * Math.sin(angle)) / period;
    return strength * (Math.cos(turn * u) + Math.cos(turn * v));
  };

const face = await sharp(await portraitPhoto('anna'))
  .resize(480, 600, { fit: 'cover' })
  .extract({ left: 112, top: 120, width: patchSide, height: patchSide })
  .toColourspace('b-w')
  .raw()
  .toBuffer();

/** Five frames of a face with a camera's noise and a pattern over it. */
function measure(pattern: Pattern, noise = 2) {
  const random = seededRandom(9);
  const frames = Array.from({ length: 5 }, () =>
    spectrumOf(
      Float64Array.from(face, (value, at) => {
        const [x, y] = [at % patchSide, Math.floor(at / patchSide)];
        return Math.round(value + pattern(x, y) + noise * random.normal());
      }),
    ),
  );
  return strongestLattice(frames);
}

test('a face alone shows no lattice', () => {
  assert.ok(measure(() => 0).strength < 3, String(measure(() => 0).strength));
});

test('faint cells of a screen are found at their period, whichever way the screen is turned', () => {
  for (const angle of [0.3, 0.7, 1.2]) {
    const { strength, periodPixels } = measure(cells(3.3, angle, 0.6));
    assert.ok(strength > 6, `${angle}: ${strength}`);
    assert.ok(Math.abs(periodPixels - 3.3) < 0.1, `${angle}: ${periodPixels}`);
  }
});

test('stripes of one direction, as of cloth or blinds, are no lattice', () => {
  const { strength } = measure((x, y) => 4 * Math.cos((turn * (x + 0.6 * y)) / 5));
  assert.ok(strength < 3, String(strength));
});

test("a codec's blocks lie on the axes and are no lattice", () => {
  const blocks: Pattern = (x, y) => (x % 8 === 0 ? 3 : 0) + (y % 8 === 0 ? 3 : 0);
  const { strength } = measure(blocks);
  assert.ok(strength < 3, String(strength));
});

test('a patch without anything in it shows none', () => {
  assert.ok(strongestLattice([spectrumOf(new Float64Array(patchSide ** 2).fill(90))]).strength < 1);
});
