import { patchSide } from '../../../vision/spectrum.ts';

const half = patchSide / 2;

/** Lengths of frequencies looked at, in periods a patch: of 2.2 to 10 pixels. Finer is the sensor's, coarser the face's. */
export const band = { from: Math.ceil(patchSide / 10), to: Math.floor(patchSide / 2.2) } as const;

/** Frequencies this near to an axis say nothing: blocks of codecs, and edges of walls and windows, lie there. */
export const axisReach = 6;

/** Place of a frequency in a spectrum of `spectrumOf`, either half; -1 outside of it. */
export function placeOf(u: number, v: number): number {
  const [across, down] = u < 0 ? [-u, -v] : [u, v];
  if (across >= half || Math.abs(down) >= half) return -1;
  return ((down + patchSide) % patchSide) * half + across;
}

/** Every frequency of the half with u > 0 that is in the band and off the axes. */
const frequencies: readonly { readonly u: number; readonly v: number; readonly place: number }[] = (() => {
  const found: { u: number; v: number; place: number }[] = [];
  for (let u = axisReach + 1; u <= band.to; u++) {
    for (let v = -band.to; v <= band.to; v++) {
      const square = u * u + v * v;
      if (Math.abs(v) <= axisReach || square < band.from ** 2 || square > band.to ** 2) continue;
      found.push({ u, v, place: placeOf(u, v) });
    }
  }
  return found;
})();

/** Length of each place's frequency in whole periods; places on or beside an axis, and beyond the band and its rim: 0. */
const lengths: Uint8Array = (() => {
  const found = new Uint8Array(patchSide * half);
  for (let v = 1 - half; v < half; v++) {
    for (let u = 3; u < half; u++) {
      const length = Math.round(Math.sqrt(u * u + v * v));
      if (Math.abs(v) > 2 && length < band.to + 4) found[placeOf(u, v)] = length;
    }
  }
  return found;
})();

/** Visits every frequency of the half with u > 0 that is in the band and off the axes. */
export function forEachFrequency(visit: (u: number, v: number, place: number) => void): void {
  for (const { u, v, place } of frequencies) visit(u, v, place);
}

/**
 * Mean power of several patches' spectra, each over its own sum, over the median of all frequencies of that length: 1 where nothing
 * stands out. Smoothed over 3 x 3 places, since what stands out moves a little as a hand does.
 */
export function flatPower(spectra: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(patchSide * half);
  for (const spectrum of spectra) {
    let sum = 0;
    for (const { place } of frequencies) sum += spectrum[place]! ** 2;
    const share = 1 / Math.max(sum, leastPower * spectrum.length);
    for (let at = 0; at < mean.length; at++) mean[at]! += share * spectrum[at]! ** 2;
  }
  return smooth(overMedians(mean));
}

/** Power that noise of a third of a level leaves under the window: below it, only rounding is seen. */
const leastPower = 0.14 * patchSide ** 2 * 0.11;

/** Every third frequency is enough for a median. */
const medianStep = 3;

function overMedians(mean: Float64Array): Float64Array {
  const rings: number[][] = Array.from({ length: band.to + 4 }, () => []);
  for (let at = 0; at < mean.length; at += medianStep)
    if (lengths[at]! > 0) rings[lengths[at]!]!.push(mean[at]!);
  const medians = rings.map((ring) => Float64Array.from(ring).sort()[ring.length >> 1] ?? 0);
  return mean.map((power, at) => {
    const median = medians[lengths[at]!]!;
    return median > 0 ? power / median : 0;
  });
}

function smooth(flat: Float64Array): Float64Array {
  const smoothed = new Float64Array(flat.length);
  forEachFrequency((u, v, place) => {
    let sum = 0;
    for (let y = v - 1; y <= v + 1; y++) {
      const row = placeOf(u, y);
      sum += flat[row - 1]! + flat[row]! + flat[row + 1]!;
    }
    smoothed[place] = sum / 9;
  });
  return smoothed;
}
