import { type RegionName, regionsOf } from './light-regions.ts';
import type { RegionGain, RegionGains } from './region-gains.ts';

/** What the answers of the regions say of the body that is lit; each in the answer of the face's middle, which is 1. */
export type LightShape = {
  /** What stands behind: the least of the corners and of above, each by the domain in which it answers more. */
  readonly behind: number | null;
  /** Skin that looks aside: mean of both sides, so that light of the room from one side cancels out. */
  readonly rim: number | null;
  /** Below the chin. */
  readonly neck: number | null;
  /** Brows and lips: light is thrown back in proportion to what a place throws back anyway, paint is not. */
  readonly dark: number | null;
};

/** A gain that is not known to this is not known. */
const errorMost = 0.35;

/** Source: Lambert's law and the square of the distance; figures in docs/liveness.md. Cost: none beside the gains. */
export function measureShape(gains: RegionGains): LightShape {
  const known = (name: RegionName): RegionGain | null => {
    const region = gains[name];
    return region && region.error < errorMost ? region : null;
  };
  const knownOf = (names: readonly RegionName[]) => names.map(known).filter((region) => region !== null);
  const behind = knownOf(regionsOf.behind).map(strongerDomain);
  const rims = [meanOf(known('rimLeft'), known('rimRight')), meanOf(known('jawLeft'), known('jawRight'))];
  const dark = knownOf(regionsOf.dark).map(({ gain }) => gain);
  return {
    behind: behind.length > 0 ? Math.min(...behind) : null,
    rim: mean(rims.filter((rim) => rim !== null)),
    neck: known('neck')?.gain ?? null,
    dark: mean(dark),
  };
}

/** Paint that covers a bright wall changes its logarithm little and its value much, a dark one the other way round. */
function strongerDomain({ gain, level }: RegionGain): number {
  return Math.max(gain, gain * level ** (1 / 2.2));
}

function meanOf(one: RegionGain | null, other: RegionGain | null): number | null {
  return one && other ? (one.gain + other.gain) / 2 : null;
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}
