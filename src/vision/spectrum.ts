/** Side of a patch whose spectrum is taken: a power of two, small enough for several patches in some milliseconds. */
export const patchSide = 256;

const half = patchSide / 2;
const window = Float64Array.from(
  { length: patchSide },
  (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / (patchSide - 1)),
);
const cosines = Float64Array.from({ length: half }, (_, at) => Math.cos((2 * Math.PI * at) / patchSide));
const sines = Float64Array.from({ length: half }, (_, at) => -Math.sin((2 * Math.PI * at) / patchSide));
const reversed = Uint16Array.from({ length: patchSide }, (_, at) => reverseBits(at));

function reverseBits(value: number): number {
  let turned = 0;
  for (let bit = 1; bit < patchSide; bit *= 2) turned = 2 * turned + (value & bit ? 1 : 0);
  return turned;
}

/**
 * Magnitudes of the spectrum of a square of `patchSide` values, mean taken off, under a Hann window. Only the half with
 * horizontal frequency 0 to `patchSide / 2 - 1`: place `v * patchSide / 2 + u`, where v above half counts as v - `patchSide`.
 */
export function spectrumOf(patch: Float64Array): Float64Array {
  foldColumns(patch);
  transformColumns();
  const magnitudes = new Float64Array(patchSide * half);
  for (let v = 0; v <= half; v++) {
    unfoldRow(v);
    transformRow();
    for (let u = 0; u < half; u++) magnitudes[v * half + u] = lengthAt(u);
    if (v === 0 || v === half) continue;
    // The spectrum of real values is its own mirror image: what lies at -v and u lies at v and -u.
    const mirror = (patchSide - v) * half;
    for (let u = 0; u < half; u++) magnitudes[mirror + u] = lengthAt((patchSide - u) % patchSide);
  }
  return magnitudes;
}

// Written over by each patch: allocating them anew costs as much as a third of the transform.
const foldedReal = new Float64Array(patchSide * half);
const foldedImaginary = new Float64Array(patchSide * half);
const rowReal = new Float64Array(patchSide);
const rowImaginary = new Float64Array(patchSide);

/** Two real columns, half a patch apart, as one complex column: both are transformed at once. Rows in the order that the transform takes. */
function foldColumns(patch: Float64Array): void {
  let mean = 0;
  for (let at = 0; at < patch.length; at++) mean += patch[at] as number;
  mean /= patch.length;
  for (let y = 0; y < patchSide; y++) {
    const to = (reversed[y] as number) * half;
    const from = y * patchSide;
    const down = window[y] as number;
    for (let x = 0; x < half; x++) {
      foldedReal[to + x] = ((patch[from + x] as number) - mean) * (window[x] as number) * down;
      foldedImaginary[to + x] =
        ((patch[from + half + x] as number) - mean) * (window[half + x] as number) * down;
    }
  }
}

/** Radix-2 transform of all folded columns in place (Cooley and Tukey 1965); whole rows at a time, as they lie in memory. */
function transformColumns(): void {
  for (let span = 1; span < patchSide; span *= 2) {
    const stride = half / span;
    for (let start = 0; start < patchSide; start += 2 * span) {
      for (let step = 0; step < span; step++) {
        const low = (start + step) * half;
        turnRows(low, low + span * half, cosines[step * stride] as number, sines[step * stride] as number);
      }
    }
  }
}

/** One butterfly for each column. */
function turnRows(low: number, high: number, cosine: number, sine: number): void {
  for (let x = 0; x < half; x++) {
    const [a, b] = [foldedReal[high + x] as number, foldedImaginary[high + x] as number];
    const re = a * cosine - b * sine;
    const im = a * sine + b * cosine;
    foldedReal[high + x] = (foldedReal[low + x] as number) - re;
    foldedImaginary[high + x] = (foldedImaginary[low + x] as number) - im;
    foldedReal[low + x] = (foldedReal[low + x] as number) + re;
    foldedImaginary[low + x] = (foldedImaginary[low + x] as number) + im;
  }
}

/** Row v of both columns' spectra, told apart by their symmetry, in the order that the transform takes. */
function unfoldRow(v: number): void {
  const own = v * half;
  const mirror = ((patchSide - v) % patchSide) * half;
  for (let x = 0; x < half; x++) {
    const [a, b] = [foldedReal[own + x] as number, foldedImaginary[own + x] as number];
    const [c, d] = [foldedReal[mirror + x] as number, foldedImaginary[mirror + x] as number];
    const [left, right] = [reversed[x] as number, reversed[half + x] as number];
    rowReal[left] = (a + c) / 2;
    rowImaginary[left] = (b - d) / 2;
    rowReal[right] = (b + d) / 2;
    rowImaginary[right] = (c - a) / 2;
  }
}

/** Radix-2 transform of one row, in place. */
function transformRow(): void {
  for (let span = 1; span < patchSide; span *= 2) {
    const stride = half / span;
    for (let step = 0; step < span; step++) {
      const cosine = cosines[step * stride] as number;
      const sine = sines[step * stride] as number;
      for (let low = step; low < patchSide; low += 2 * span) {
        const high = low + span;
        const re = (rowReal[high] as number) * cosine - (rowImaginary[high] as number) * sine;
        const im = (rowReal[high] as number) * sine + (rowImaginary[high] as number) * cosine;
        rowReal[high] = (rowReal[low] as number) - re;
        rowImaginary[high] = (rowImaginary[low] as number) - im;
        rowReal[low] = (rowReal[low] as number) + re;
        rowImaginary[low] = (rowImaginary[low] as number) + im;
      }
    }
  }
}

function lengthAt(u: number): number {
  const [a, b] = [rowReal[u] as number, rowImaginary[u] as number];
  return Math.sqrt(a * a + b * b);
}
