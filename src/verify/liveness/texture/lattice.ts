import { patchSide } from '../../../vision/spectrum.ts';
import { band, flatPower, forEachFrequency, placeOf } from './power-map.ts';

/** The strongest square lattice in some patches. */
export type Lattice = {
  /** How far the weaker of its two peaks stands out from what lies around it: 1 to 1.7 in a face without one. */
  readonly strength: number;
  /** Its period in pixels of the patches. */
  readonly periodPixels: number;
};

/** The second peak may lie this far from where the first one's quarter turn falls: screens are tilted. */
const partnerReach = 3;
/** The ring around a peak that it is held against, in places; an edge's ray crosses less than a tenth of it twice. */
const ring = ringOf(8, 13);
const ringShare = 0.9;
/** Below this nothing stands out that would be worth the look around. */
const leastPeak = 1.5;
const mostCandidates = 80;

function ringOf(from: number, to: number): readonly (readonly [number, number])[] {
  const places: [number, number][] = [];
  for (let x = -to; x <= to; x++) {
    for (let y = -to; y <= to; y++) {
      if (x * x + y * y >= from * from && x * x + y * y <= to * to) places.push([x, y]);
    }
  }
  return places;
}

/**
 * Cells of a screen and dots of a print repeat along two directions at a right angle, equally far; so do the beats that
 * they make with the sensor's own lattice, since that is square too. In a spectrum they are two sharp peaks, a quarter turn apart.
 * Edges and hair make rays, cloth mostly one peak, codecs peaks on the axes: none of these has two that stand alone.
 */
export function strongestLattice(spectra: readonly Float64Array[]): Lattice {
  const power = flatPower(spectra);
  const candidates: { u: number; v: number; both: number }[] = [];
  forEachFrequency((u, v, place) => {
    const own = power[place]!;
    if (own < leastPeak || !isHighest(power, u, v)) return;
    const partner = partnerOf(power, u, v);
    if (partner) candidates.push({ u, v, both: Math.min(own, power[placeOf(partner.u, partner.v)]!) });
  });
  candidates.sort((first, second) => second.both - first.both);
  let best: Lattice = { strength: 0, periodPixels: patchSide / band.to };
  for (const { u, v } of candidates.slice(0, mostCandidates)) {
    const partner = partnerOf(power, u, v)!;
    if (!standsOutBy(best.strength, power, u, v)) continue;
    if (!standsOutBy(best.strength, power, partner.u, partner.v)) continue;
    const strength = Math.min(standingOut(power, u, v), standingOut(power, partner.u, partner.v));
    if (strength > best.strength) best = { strength, periodPixels: patchSide / Math.hypot(u, v) };
  }
  return best;
}

function isHighest(power: Float64Array, u: number, v: number): boolean {
  const own = power[placeOf(u, v)]!;
  for (let y = v - 1; y <= v + 1; y++) {
    for (let x = u - 1; x <= u + 1; x++) if ((power[placeOf(x, y)] ?? 0) > own) return false;
  }
  return true;
}

/** The highest place near the quarter turn of a frequency; null outside of the band. */
function partnerOf(power: Float64Array, u: number, v: number): { u: number; v: number } | null {
  let best: { u: number; v: number } | null = null;
  let highest = 0;
  for (let y = u - partnerReach; y <= u + partnerReach; y++) {
    for (let x = -v - partnerReach; x <= -v + partnerReach; x++) {
      const value = power[placeOf(x, y)] ?? 0;
      if (value > highest) [highest, best] = [value, { u: x, v: y }];
    }
  }
  return best;
}

/** Added to what lies around a place, so that nothing stands out of next to nothing. */
const floor = 0.3;

/** A place over the 90th of 100 of those around it. */
function standingOut(power: Float64Array, u: number, v: number): number {
  const around = Float64Array.from(ring, ([x, y]) => power[placeOf(u + x, v + y)] ?? 0).sort();
  return power[placeOf(u, v)]! / (floor + around[Math.floor(ringShare * around.length)]!);
}

/** Whether `standingOut` would be larger than this, by counting alone: most candidates are not, and need no sorting. */
function standsOutBy(strength: number, power: Float64Array, u: number, v: number): boolean {
  if (strength === 0) return true;
  const least = power[placeOf(u, v)]! / strength - floor;
  let allowed = ring.length - Math.floor(ringShare * ring.length) - 1;
  for (const [x, y] of ring) {
    if ((power[placeOf(u + x, v + y)] ?? 0) < least) continue;
    allowed -= 1;
    if (allowed < 0) return false;
  }
  return true;
}
