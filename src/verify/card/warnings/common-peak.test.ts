import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import { patchSide, spectrumOf } from '../../../vision/spectrum.ts';
import { commonPeak } from './common-peak.ts';

const random = seededRandom(5);

function patchOf(valueAt: (x: number, y: number) => number): Float64Array {
  return Float64Array.from({ length: patchSide * patchSide }, (_, at) =>
    valueAt(at % patchSide, Math.floor(at / patchSide)),
  );
}

test('a frequency of one patch alone is no common peak, noise even less', () => {
  const noise = () => patchOf(() => 128 + 4 * random.normal());
  const wave = (u: number) =>
    patchOf((x, y) => 128 + 4 * random.normal() + 3 * Math.cos((2 * Math.PI * (u * x + 31 * y)) / patchSide));
  const own = [wave(40), wave(61), wave(85)].map(spectrumOf);
  const shared = [wave(40), wave(41), wave(42)].map(spectrumOf);
  const none = [noise(), noise(), noise()].map(spectrumOf);
  assert.ok(commonPeak(none) < 4);
  assert.ok(commonPeak(shared) > 3 * commonPeak(own));
});
