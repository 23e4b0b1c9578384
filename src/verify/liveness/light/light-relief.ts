import { solveLinear } from '../plane-fit.ts';
import type { RegionName } from './light-regions.ts';
import type { LightResponse } from './light-response.ts';
import type { RegionColors } from './region-colors.ts';
import { measureReliefGains, type ReliefGain } from './relief-gains.ts';
import type { ScreenTrack } from './screen-track.ts';

/**
 * Where the places lie on a face, in eye distances from between the eyes, to the picture's right and down: mean of 51 frames of four clips. Each
 * recording's own places told no better.
 */
export const reliefPlaces: Readonly<Partial<Record<RegionName, readonly [x: number, y: number]>>> = {
  bridge: [0.02, 0.23],
  noseTip: [0.03, 0.52],
  flankLeft: [-0.09, 0.5],
  flankRight: [0.13, 0.5],
  glabella: [0.02, -0.19],
  socketLeft: [-0.14, -0.02],
  socketRight: [0.16, -0.02],
  philtrum: [0.02, 0.85],
  besideNoseLeft: [-0.43, 0.66],
  besideNoseRight: [0.43, 0.65],
  midCheekLeft: [-0.64, 0.65],
  midCheekRight: [0.62, 0.63],
  outerCheekLeft: [-0.86, 0.63],
  outerCheekRight: [0.81, 0.6],
  malarLeft: [-0.62, 0.27],
  malarRight: [0.61, 0.26],
  foreheadLeft: [-0.57, -0.75],
  foreheadMiddle: [0.02, -0.63],
  foreheadRight: [0.58, -0.74],
  rimLeft: [-1, 0.33],
  rimRight: [0.94, 0.31],
  jawLeft: [-0.79, 1.1],
  jawRight: [0.75, 1.06],
  chin: [0, 1.59],
};
const names = Object.keys(reliefPlaces) as readonly RegionName[];
/** Unknowns of a soft spot: its logarithm to the second order, and a power of the place's brightness. */
const unknowns = 7;
/** Of the 24; with fewer seven unknowns explain whatever there is. */
const leastPlaces = 15;
/** How far a spot's logarithm may depart from the second order. */
const spotDeparts = 0.03;
/**
 * How far a head's does at least, in what the likeliest spot varies over the places: 0.48 in the median of 72 scenes (5th of a hundred: 0.32), but 0.34
 * (0.22) of 28 whose room is lit from where the screen is: such a room shapes the face as the screen does, and takes hill and departures alike away.
 * SIMULATED, docs/light.md.
 */
const headDepartsShare = 0.2;
/** A gain outside of these tells of noise alone. */
const usable = { leastGain: 0.1, mostError: 0.5 };

/**
 * Logarithm of how much likelier the answers of 24 places of the face are on a head than under a soft spot of coloured light laid over the
 * picture: below 0 a spot, above it a head, about 0 where the light is too weak to tell. A spot is brightest somewhere and fades away smoothly, as
 * does whatever is multiplied, mixed in as paint or added; nose, sockets and cheeks are lit by their own slopes. Source: our own measurement, docs/light.md,
 * after the normal cues of Aurora Guard (Liu et al., 2019, §3.1). Null where too little of the face is seen. Cost: 4 ms.
 */
export function measureRelief(
  track: readonly RegionColors[],
  screen: ScreenTrack,
  response: LightResponse,
): number | null {
  const gains = measureReliefGains(track, names, screen, response)?.filter(
    ({ gain, error }) => gain > usable.leastGain && error < usable.mostError,
  );
  return gains && gains.length >= leastPlaces ? likelierOnHead(gains) : null;
}

function likelierOnHead(gains: readonly ReliefGain[]): number {
  const variances = gains.map(({ gain, error }) => (error / gain) ** 2 + spotDeparts ** 2);
  const logarithms = gains.map(({ gain }) => Math.log(gain));
  const spot = likeliestSpot(gains, logarithms, variances);
  const headDeparts = headDepartsShare * spreadOf(spot, variances);
  // What the unknowns took away is given back.
  const scale = gains.length / (gains.length - unknowns);
  return logarithms.reduce((sum, logarithm, at) => {
    const [square, ofSpot] = [scale * (logarithm - spot[at]!) ** 2, variances[at]!];
    const ofHead = ofSpot + headDeparts ** 2;
    return sum + (square / ofSpot - square / ofHead - Math.log(ofHead / ofSpot)) / 2;
  }, 0);
}

/** The gains' logarithms under the likeliest spot: weighted least squares. */
function likeliestSpot(
  gains: readonly ReliefGain[],
  logarithms: readonly number[],
  variances: readonly number[],
): readonly number[] {
  const usual = gains.reduce((sum, { logLevel }) => sum + logLevel, 0) / gains.length;
  const lines = gains.map(({ name, logLevel }) => {
    const [x, y] = reliefPlaces[name]!;
    return [1, x, y, x * x, x * y, y * y, logLevel - usual];
  });
  const normal = new Float64Array(unknowns * unknowns);
  const right = new Float64Array(unknowns);
  lines.forEach((line, at) => {
    for (let i = 0; i < unknowns; i++) {
      right[i]! += (line[i]! * logarithms[at]!) / variances[at]!;
      for (let j = 0; j < unknowns; j++) normal[unknowns * i + j]! += (line[i]! * line[j]!) / variances[at]!;
    }
  });
  // So little that it decides only where all places are equally bright.
  for (let i = 0; i < unknowns; i++) normal[unknowns * i + i]! += 1e-6;
  const found = solveLinear(normal, right);
  return lines.map((line) => line.reduce((sum, value, i) => sum + value * found[i]!, 0));
}

/** Weighted standard deviation. */
function spreadOf(values: readonly number[], variances: readonly number[]): number {
  const weighed = (of: (value: number) => number) =>
    values.reduce((sum, value, at) => sum + of(value) / variances[at]!, 0) /
    variances.reduce((sum, variance) => sum + 1 / variance, 0);
  const mean = weighed((value) => value);
  return Math.sqrt(weighed((value) => (value - mean) ** 2));
}
