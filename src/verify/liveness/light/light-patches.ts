import { knownOf, type ReliefGain } from './relief-gains.ts';
import { reliefPlaces } from './relief-places.ts';
import { fitSurface, hillOnHead, hillWithRidge, type Surface, weighedMean } from './smooth-hill.ts';

/** Both lenses of glasses mirror the screen on a cheek: up to five times the face's answer, in 16 of 189 scenes. */
const leftOut = 2;
/** Places further than this from the face's middle are on one of its sides. Eye distances. */
const sideFrom = 0.3;
/**
 * From a head that is turned away one side throws back much and the other little, and not smoothly: from this difference on, in the sum of
 * both, nothing is said. Of 38 photos from the news, lit as heads are (SIMULATED), 11 stand above and six of those are patchy; none of the others is.
 */
const mostOneSided = 0.5;
/** How far a head's gains depart from a smooth hill, for weighing only. */
const usualDeparture = 0.15;

/**
 * How far the answers of small places depart from any smooth hill over the face, a step at its nose and more on what looks down, in the answer of its middle, beyond what noise
 * explains: root mean square without the two that depart most. Light on a head goes over so, wherever the room's comes from; a screen's glass throws nearly nothing back
 * but mirrors the phone that lights it as a patch. Source: our own measurement, docs/light.md. Null where too little of the face is seen, or one side hardly
 * answers. Cost: 0.2 ms.
 */
export function measurePatches(all: readonly ReliefGain[]): number | null {
  const gains = knownOf(all);
  return gains && oneSidednessOf(gains) <= mostOneSided ? departureFrom(hillOnHead, gains) : null;
}

/**
 * The same beside a smooth hill and a step at the nose alone: about 0 on all that is flat, also where two lenses mirror the screen, as those are left out. Null where too
 * little of the face is seen.
 */
export function measureUnevenness(all: readonly ReliefGain[]): number | null {
  const gains = knownOf(all);
  return gains && departureFrom(hillWithRidge, gains);
}

function departureFrom(surface: Surface, all: readonly ReliefGain[]): number {
  let gains = all;
  for (let times = 0; times < leftOut; times++) {
    const strangestFirst = departuresFrom(surface, gains).sort(
      (one, other) => strangeness(other) - strangeness(one),
    );
    gains = strangestFirst.slice(1).map(({ place }) => place);
  }
  const departures = departuresFrom(surface, gains);
  const weighed = (of: (departure: Departure) => number) =>
    weighedMean(
      departures.map(of),
      departures.map(({ variance }) => variance),
    );
  // What the unknowns took away is given back.
  const scale = gains.length / (gains.length - surface.unknowns);
  const beyond = scale * weighed(({ square }) => square) - weighed(({ place }) => place.error ** 2);
  return Math.sqrt(Math.max(0, beyond));
}

function oneSidednessOf(gains: readonly ReliefGain[]): number {
  const [left, right] = [-1, 1].map((side) => {
    const own = gains.filter(({ name }) => side * reliefPlaces[name]![0] > sideFrom);
    return weighedMean(
      own.map(({ gain }) => gain),
      own.map(varianceOf),
    );
  }) as [number, number];
  return Math.abs(left - right) / (Math.abs(left) + Math.abs(right));
}

type Departure = { readonly place: ReliefGain; readonly square: number; readonly variance: number };

const varianceOf = ({ error }: ReliefGain): number => error ** 2 + usualDeparture ** 2;

const strangeness = ({ square, variance }: Departure): number => square / variance;

function departuresFrom(surface: Surface, gains: readonly ReliefGain[]): Departure[] {
  const variances = gains.map(varianceOf);
  const smooth = fitSurface(
    surface,
    gains,
    gains.map(({ gain }) => gain),
    variances,
  );
  return gains.map((place, at) => ({
    place,
    square: (place.gain - smooth[at]!) ** 2,
    variance: variances[at]!,
  }));
}
