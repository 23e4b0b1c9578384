/** Three tracks over time, one after the other: of a colour, or of its brightness and its two shades. */
export type Tracks = readonly [Float64Array, Float64Array, Float64Array];

/**
 * What changes more slowly than this is the camera's doing, or the person's: exposure, white balance, a step nearer. Of 120 to
 * 800 ms, 250 and 300 told right sequences from wrong ones best (SIMULATED, 2026-11-26).
 */
const slowMs = 250;

/** Takes out of a track what changes slowly, alike forwards and backwards in time, so that nothing is moved. */
export function withoutSlow(timesMs: readonly number[], track: Float64Array): Float64Array {
  const count = track.length;
  const slow = new Float64Array(count);
  const weights = new Float64Array(count);
  const fadings = timesMs.map((timeMs, at) =>
    at === 0 ? 0 : Math.exp((timesMs[at - 1]! - timeMs) / slowMs),
  );
  // An even mean over all that was, fading with age; then the same from the other end.
  for (const from of [0, count - 1]) {
    const step = from === 0 ? 1 : -1;
    let [sum, weight] = [0, 0];
    for (let at = from; at >= 0 && at < count; at += step) {
      const fading = (step === 1 ? fadings[at] : fadings[at + 1]) ?? 0;
      sum = fading * sum + track[at]!;
      weight = fading * weight + 1;
      slow[at]! += sum;
      weights[at]! += weight;
    }
  }
  return track.map((value, at) => value - slow[at]! / weights[at]!);
}

/** The same for three tracks. */
export function eachWithoutSlow(timesMs: readonly number[], tracks: Tracks): Tracks {
  return tracks.map((track) => withoutSlow(timesMs, track)) as unknown as Tracks;
}

/** From logarithms of red, green and blue to brightness, red against green, blue against green. */
export function shadesOf([red, green, blue]: Tracks): Tracks {
  const count = red.length;
  const [bright, warm, cold] = [0, 1, 2].map(() => new Float64Array(count)) as unknown as Tracks;
  for (let at = 0; at < count; at++) {
    bright[at] = (red[at]! + green[at]! + blue[at]!) / 3;
    warm[at] = red[at]! - green[at]!;
    cold[at] = blue[at]! - green[at]!;
  }
  return [bright, warm, cold];
}

export function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum;
}

/** How strongly each shade answers to what is expected of it: least squares, 0 where it answers the other way round. */
export function sharesOf(seen: Tracks, expected: Tracks): readonly number[] {
  return seen.map((shade, at) => {
    const power = dot(expected[at]!, expected[at]!) || 1;
    return Math.max(0, dot(shade, expected[at]!)) / power;
  });
}

/** Mean square of what is left of a track when its likeliest share of another, which is not all 0, is taken away. */
export function noiseBeside(track: Float64Array, along: Float64Array): number {
  return Math.max(1e-9, dot(track, track) - dot(track, along) ** 2 / dot(along, along)) / track.length;
}
