import { patchSide } from '../../../vision/spectrum.ts';

const half = patchSide / 2;

/** Periods of 2.2 to 12 pixels: finer is the sensor's own pattern, coarser is print. */
const shortest = Math.floor(patchSide / 12);
const longest = Math.floor(patchSide / 2.2);

/** Frequencies this near an axis count as on it. */
const axisReach = 2;

/**
 * Magnitude that noise of one level leaves under the Hann window of `spectrumOf`: strong compression leaves less, and
 * then anything would stand out.
 */
const leastMedian = 0.375 * patchSide;

/** A screen seen at an angle repeats its pattern a little closer from one patch to the next. */
const reach = 2;

/**
 * How far the strongest frequency that all spectra share stands out: the geometric mean of its magnitudes, each over
 * the median of all frequencies of that length. Noise gives about 3.
 */
export function commonPeak(spectra: readonly Float64Array[]): number {
  const flat = spectra.map((spectrum) => widen(flatten(spectrum)));
  let highest = 0;
  for (let at = 0; at < half * patchSide; at++) {
    let product = 1;
    for (const spectrum of flat) product *= spectrum[at] as number;
    highest = Math.max(highest, product);
  }
  return highest ** (1 / spectra.length);
}

/** Each magnitude over the median of its ring; 0 outside of the periods looked at, and at JPEG's own. */
function flatten(spectrum: Float64Array): Float32Array {
  const rings: number[][] = Array.from({ length: longest + 1 }, () => []);
  forEachPlace((at, length) => rings[length]!.push(spectrum[at] as number));
  const medians = rings.map((ring) => Float64Array.from(ring).sort()[ring.length >> 1] ?? 0);
  const flat = new Float32Array(spectrum.length);
  forEachPlace((at, length, u, v) => {
    const median = medians[length] as number;
    if (!isOnAxis(u, v)) flat[at] = (spectrum[at] as number) / Math.max(leastMedian, median);
  });
  return flat;
}

function forEachPlace(visit: (at: number, length: number, u: number, v: number) => void): void {
  for (let row = 0; row < patchSide; row++) {
    const v = row < half ? row : row - patchSide;
    if (Math.abs(v) > longest) continue;
    for (let u = 0; u < half; u++) {
      const length = Math.round(Math.sqrt(u * u + v * v));
      if (length >= shortest && length <= longest) visit(row * half + u, length, u, v);
    }
  }
}

/**
 * JPEG's blocks repeat every 8 pixels along rows and columns, and the edges of a card that lies straight do so at any
 * frequency: what lies on an axis says nothing.
 */
function isOnAxis(u: number, v: number): boolean {
  return u <= axisReach || Math.abs(v) <= axisReach;
}

/** The highest within `reach` places on each side, first along rows, then along columns. */
function widen(flat: Float32Array): Float32Array {
  return highestAround(highestAround(flat, 1, half), half, patchSide);
}

function highestAround(values: Float32Array, step: number, count: number): Float32Array {
  const highest = values.slice();
  for (let at = 0; at < values.length; at++) {
    const place = Math.floor(at / step) % count;
    const from = at - Math.min(reach, place) * step;
    const to = at + Math.min(reach, count - 1 - place) * step;
    let most = 0;
    for (let other = from; other <= to; other += step) most = Math.max(most, values[other] as number);
    highest[at] = most;
  }
  return highest;
}
