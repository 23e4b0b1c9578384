import { type BodyRegionName, regionsOf } from './light-regions.ts';
import { gamma } from './region-colors.ts';
import type { RegionGain, RegionGains } from './region-gains.ts';

/** What the answers of the regions say of the body that is lit; each in the answer of the face's middle, which is 1. */
export type LightShape = {
  /** What stands behind: the least of the corners and of above, each by the domain in which it answers more. */
  readonly behind: number | null;
  /** Skin that looks aside: mean of both sides, so that light of the room from one side cancels out. */
  readonly rim: number | null;
  /** Below the chin. */
  readonly neck: number | null;
  /** How bright it is there, of 255. */
  readonly neckValue: number | null;
  /**
   * How the answer's logarithm changes with that of a place's brightness, over all of the face: 0 where light is thrown back in
   * proportion to what is thrown back anyway, -1 where it is laid on as paint.
   */
  readonly paint: number | null;
};

/** Regions, and the deviation of the logarithm of their brightness, that a slope needs. */
const leastForSlope = 6;
const leastSpread = 0.1;
/** A gain that is not known to this is not known. */
const errorMost = 0.35;

/** Source: Lambert's law and the square of the distance; figures in docs/light.md. Cost: none beside the gains. */
export function measureShape(gains: RegionGains): LightShape {
  const known = (name: BodyRegionName): RegionGain | null => {
    const region = gains[name];
    return region && region.error < errorMost ? region : null;
  };
  const knownOf = (names: readonly BodyRegionName[]) => names.map(known).filter((region) => region !== null);
  const behind = knownOf(regionsOf.behind).map(strongerDomain);
  const rims = [meanOf(known('rimLeft'), known('rimRight')), meanOf(known('jawLeft'), known('jawRight'))];
  return {
    behind: behind.length > 0 ? Math.min(...behind) : null,
    rim: mean(rims.filter((rim) => rim !== null)),
    neck: known('neck')?.gain ?? null,
    neckValue: known('neck')?.value ?? null,
    paint: slopeOf(knownOf([...regionsOf.middle, ...regionsOf.rim, ...regionsOf.dark])),
  };
}

/** Paint that covers a bright wall changes its logarithm little and its value much, a dark one the other way round. */
function strongerDomain({ gain, level }: RegionGain): number {
  return Math.max(gain, gain * level ** (1 / gamma));
}

function meanOf(one: RegionGain | null, other: RegionGain | null): number | null {
  return one && other ? (one.gain + other.gain) / 2 : null;
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/** Least squares on logarithms; null where all are equally bright. */
function slopeOf(regions: readonly RegionGain[]): number | null {
  const points = regions
    .filter(({ gain }) => gain > 0.1)
    .map(({ gain, level }) => [Math.log(level), Math.log(gain)] as const);
  if (points.length < leastForSlope) return null;
  const [middleX, middleY] = [0, 1].map((axis) => mean(points.map((point) => point[axis]!))!) as [
    number,
    number,
  ];
  let [along, both] = [0, 0];
  for (const [x, y] of points) {
    along += (x - middleX) ** 2;
    both += (x - middleX) * (y - middleY);
  }
  return along / points.length < leastSpread ** 2 ? null : both / along;
}
