import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../test/support/seeded-random.ts';
import { patchSide, spectrumOf } from './spectrum.ts';

const half = patchSide / 2;
const random = seededRandom(5);

function patchOf(valueAt: (x: number, y: number) => number): Float64Array {
  return Float64Array.from({ length: patchSide * patchSide }, (_, at) =>
    valueAt(at % patchSide, Math.floor(at / patchSide)),
  );
}

function placeOfHighest(spectrum: Float64Array): { u: number; v: number } {
  const at = spectrum.indexOf(Math.max(...spectrum));
  const row = Math.floor(at / half);
  return { u: at % half, v: row < half ? row : row - patchSide };
}

test('a wave has its peak at its own frequency, falling waves at negative ones', () => {
  for (const [u, v] of [
    [40, 25],
    [7, -60],
  ] as const) {
    const wave = patchOf((x, y) => 128 + 20 * Math.cos((2 * Math.PI * (u * x + v * y)) / patchSide));
    assert.deepEqual(placeOfHighest(spectrumOf(wave)), { u, v });
  }
});

test('the energy of a patch is that of its spectrum (Parseval)', () => {
  const patch = patchOf(() => random.normal());
  const energy = spectrumOf(patch).reduce((sum, value) => sum + value * value, 0);
  // Noise of deviation 1 under a Hann window of mean square 0.375 along each axis; half of the spectrum.
  const expected = (patchSide ** 4 * 0.375 ** 2) / 2;
  assert.ok(Math.abs(energy / expected - 1) < 0.05, String(energy / expected));
});
