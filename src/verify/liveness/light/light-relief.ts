import { knownOf, type ReliefGain } from './relief-gains.ts';
import { fitSurface, hill, weighedMean } from './smooth-hill.ts';

/** How far a spot's logarithm may depart from the second order. */
const spotDeparts = 0.03;
/**
 * How far a head's does at least, in what the likeliest spot varies over the places: 0.48 in the median of 72 scenes (5th of a hundred: 0.32), but 0.34
 * (0.22) of 28 whose room is lit from where the screen is: such a room shapes the face as the screen does, and takes hill and departures alike away.
 * SIMULATED, docs/light.md.
 */
const headDepartsShare = 0.2;
/** A gain below this has no logarithm that tells of anything but noise. */
const leastGain = 0.1;

/**
 * Logarithm of how much likelier the answers of 24 places of the face are on a head than under a soft spot of coloured light laid over the
 * picture: below 0 a spot, above it a head, about 0 where the light is too weak to tell. A spot is brightest somewhere and fades away smoothly, as
 * does whatever is multiplied, mixed in as paint or added; nose, sockets and cheeks are lit by their own slopes. Source: our own measurement, docs/light.md,
 * after the normal cues of Aurora Guard (Liu et al., 2019, §3.1). Null where too little of the face is seen. Cost: 0.1 ms.
 */
export function measureRelief(all: readonly ReliefGain[]): number | null {
  const gains = knownOf(all.filter(({ gain }) => gain > leastGain));
  if (!gains) return null;
  const variances = gains.map(({ gain, error }) => (error / gain) ** 2 + spotDeparts ** 2);
  const logarithms = gains.map(({ gain }) => Math.log(gain));
  const spot = fitSurface(hill, gains, logarithms, variances);
  const headDeparts = headDepartsShare * spreadOf(spot, variances);
  // What the unknowns took away is given back.
  const scale = gains.length / (gains.length - hill.unknowns);
  return logarithms.reduce((sum, logarithm, at) => {
    const [square, ofSpot] = [scale * (logarithm - spot[at]!) ** 2, variances[at]!];
    const ofHead = ofSpot + headDeparts ** 2;
    return sum + (square / ofSpot - square / ofHead - Math.log(ofHead / ofSpot)) / 2;
  }, 0);
}

/** Weighted standard deviation. */
function spreadOf(values: readonly number[], variances: readonly number[]): number {
  const mean = weighedMean(values, variances);
  const squares = values.map((value) => (value - mean) ** 2);
  return Math.sqrt(weighedMean(squares, variances));
}
