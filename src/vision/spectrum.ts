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

/** Radix-2 transform of `patchSide` complex values from `at` on, in place (Cooley and Tukey 1965). */
function transform(real: Float64Array, imaginary: Float64Array, at: number): void {
  for (let place = 0; place < patchSide; place++) {
    const other = reversed[place] as number;
    if (other <= place) continue;
    swap(real, at + place, at + other);
    swap(imaginary, at + place, at + other);
  }
  for (let span = 1; span < patchSide; span *= 2) {
    const stride = half / span;
    for (let start = at; start < at + patchSide; start += 2 * span) {
      for (let step = 0; step < span; step++) {
        const low = start + step;
        const high = low + span;
        const cosine = cosines[step * stride] as number;
        const sine = sines[step * stride] as number;
        const re = (real[high] as number) * cosine - (imaginary[high] as number) * sine;
        const im = (real[high] as number) * sine + (imaginary[high] as number) * cosine;
        real[high] = (real[low] as number) - re;
        imaginary[high] = (imaginary[low] as number) - im;
        real[low] = (real[low] as number) + re;
        imaginary[low] = (imaginary[low] as number) + im;
      }
    }
  }
}

function swap(values: Float64Array, first: number, second: number): void {
  const kept = values[first] as number;
  values[first] = values[second] as number;
  values[second] = kept;
}

/**
 * Magnitudes of the spectrum of a square of `patchSide` values, mean taken off, under a Hann window. Only the half with
 * horizontal frequency 0 to `patchSide / 2 - 1`: place `v * patchSide / 2 + u`, where v above half counts as v - `patchSide`.
 */
export function spectrumOf(patch: Float64Array): Float64Array {
  const real = new Float64Array(patchSide * patchSide);
  const imaginary = new Float64Array(patchSide * patchSide);
  const mean = patch.reduce((sum, value) => sum + value, 0) / patch.length;
  for (let y = 0, at = 0; y < patchSide; y++) {
    for (let x = 0; x < patchSide; x++, at++) {
      real[at] = ((patch[at] as number) - mean) * (window[x] as number) * (window[y] as number);
    }
    transform(real, imaginary, y * patchSide);
  }
  return columnsOf(real, imaginary);
}

/** Transforms the columns of transformed rows; a real patch's other half mirrors this one. */
function columnsOf(real: Float64Array, imaginary: Float64Array): Float64Array {
  const magnitudes = new Float64Array(patchSide * half);
  const re = new Float64Array(patchSide);
  const im = new Float64Array(patchSide);
  for (let u = 0; u < half; u++) {
    for (let v = 0; v < patchSide; v++) {
      re[v] = real[v * patchSide + u] as number;
      im[v] = imaginary[v * patchSide + u] as number;
    }
    transform(re, im, 0);
    for (let v = 0; v < patchSide; v++) {
      const [a, b] = [re[v] as number, im[v] as number];
      magnitudes[v * half + u] = Math.sqrt(a * a + b * b);
    }
  }
  return magnitudes;
}
