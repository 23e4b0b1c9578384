import { type RegionName, regionsOf } from './light-regions.ts';
import { allExpectedAt, type LightResponse, logarithmsOf } from './light-response.ts';
import type { LinearColor, RegionColors } from './region-colors.ts';
import { reliefPlaces } from './relief-places.ts';
import type { ScreenTrack } from './screen-track.ts';
import { dot, eachWithoutSlow, noiseBeside, shadesOf, sharesOf, type Tracks } from './steady-light.ts';

/** How strongly one place of the face answers, beside the face's middle. */
export type ReliefGain = {
  readonly name: RegionName;
  /** Change of the light's logarithm, in that of the middle. */
  readonly gain: number;
  /** Standard error of the gain. */
  readonly error: number;
  /** Natural logarithm of the place's linear brightness without the screen's light. */
  readonly logLevel: number;
};

/** Of the 24; with fewer the unknowns of a surface explain whatever there is. */
const leastPlaces = 15;
/** A gain that is not known to this tells of noise alone. */
const mostError = 0.5;

/** The places whose gains are known; null where those are too few to tell of the face's shape. */
export function knownOf(gains: readonly ReliefGain[]): readonly ReliefGain[] | null {
  const known = gains.filter(({ error }) => error < mostError);
  return known.length < leastPlaces ? null : known;
}

const names = Object.keys(reliefPlaces) as readonly RegionName[];
/** Below this many frames in which all places are seen nothing is said. */
const leastFrames = 20;
/** Parts of the recording that are left out in turn to learn the errors. */
const parts = 10;

/**
 * The answers of small places, each after the middle's own track was taken from it, so that what befalls the whole face (exposure, a hand's shadow) is
 * no noise. Errors come from leaving out one part of the recording after the other (jackknife: Efron and Tibshirani 1993, ch. 11), as a face that moves
 * makes noise that lasts for many frames: least squares alone would believe in half of it. One place's jackknife is rough, so all share its mean
 * ratio to least squares. Null where too few frames show them all. Cost: 5 ms.
 */
export function measureReliefGains(
  track: readonly RegionColors[],
  screen: ScreenTrack,
  response: LightResponse,
): readonly ReliefGain[] | null {
  const seenMostly = (name: RegionName) =>
    track.filter(({ colors }) => colors[name]).length > track.length / 2;
  const places = names.filter(seenMostly);
  const needed = [...places, ...regionsOf.middle.filter(seenMostly)];
  const frames = track.filter(({ colors }) => needed.every((name) => colors[name]));
  if (frames.length < leastFrames) return null;
  const timesMs = frames.map(({ timestampMs }) => timestampMs);
  const shadesAt = (regions: readonly RegionName[]): Tracks | null => {
    const logarithms = logarithmsOf(frames, regions);
    return logarithms && eachWithoutSlow(timesMs, shadesOf(logarithms.tracks));
  };
  const middle = shadesAt(regionsOf.middle);
  if (!middle) return null;
  const withSlow = allExpectedAt(timesMs, screen, { lagMs: response.lagMs, drift: 0 });
  const expected = eachWithoutSlow(timesMs, withSlow);
  const shares = sharesOf(middle, expected);
  const along = expected.map((shade, at) => shade.map((value) => shares[at]! * value)) as unknown as Tracks;
  const [bright] = withSlow;
  const fromScreen = (shares[0]! * bright.reduce((sum, value) => sum + value, 0)) / bright.length;
  const partOf = partsOf(timesMs);
  const found = places.map((name) => {
    const rest = shadesAt([name])!.map((shade, at) =>
      shade.map((value, frame) => value - middle[at]![frame]!),
    ) as unknown as Tracks;
    const answer = answerOf(rest, along, partOf);
    return { name, logLevel: logLevelOf(frames, name) - answer.gain * fromScreen, ...answer };
  });
  const ratios = found.map(({ error, jackknife }) => (jackknife / error) ** 2);
  const ratio = Math.sqrt(ratios.reduce((sum, value) => sum + value, 0) / ratios.length);
  return found.map(({ name, gain, error, logLevel }) => ({ name, gain, error: ratio * error, logLevel }));
}

function partsOf(timesMs: readonly number[]): readonly number[] {
  const [firstMs, lastMs] = [timesMs[0]!, timesMs.at(-1)!];
  return timesMs.map((timeMs) => Math.floor((parts * (timeMs - firstMs)) / (lastMs - firstMs + 1)));
}

function logLevelOf(frames: readonly RegionColors[], name: RegionName): number {
  const logs = frames.flatMap(({ colors }) =>
    (colors[name] as LinearColor).map((part) => Math.log(Math.max(1e-4, part))),
  );
  return logs.reduce((sum, value) => sum + value, 0) / logs.length;
}

type Answer = { readonly gain: number; readonly error: number; readonly jackknife: number };

/** Least squares along the middle's answer; each shade weighs by how little else there is in it. */
function answerOf(rest: Tracks, along: Tracks, partOf: readonly number[]): Answer {
  const shared = new Float64Array(parts);
  const power = new Float64Array(parts);
  rest.forEach((shade, at) => {
    if (dot(along[at]!, along[at]!) === 0) return;
    const noise = noiseBeside(shade, along[at]!);
    partOf.forEach((part, frame) => {
      const value = along[at]![frame]!;
      shared[part]! += (value * shade[frame]!) / noise;
      power[part]! += value ** 2 / noise;
    });
  });
  const [allShared, allPower] = [shared, power].map((list) => list.reduce((sum, value) => sum + value, 0));
  const left = Array.from(shared, (value, part) => (allShared! - value) / (allPower! - power[part]!));
  const mean = left.reduce((sum, value) => sum + value, 0) / parts;
  const variance = ((parts - 1) / parts) * left.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    gain: 1 + allShared! / allPower!,
    error: 1 / Math.sqrt(allPower!),
    jackknife: Math.sqrt(variance),
  };
}
