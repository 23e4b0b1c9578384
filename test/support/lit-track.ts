import type { Challenge } from '../../src/verify/challenge.ts';
import type { RegionName } from '../../src/verify/liveness/light/light-regions.ts';
import { regionNames, regionsOf } from '../../src/verify/liveness/light/light-regions.ts';
import type { LinearColor, RegionColors } from '../../src/verify/liveness/light/region-colors.ts';
import { reliefPlaces } from '../../src/verify/liveness/light/relief-places.ts';
import { screenLight } from '../attack/screen-light.ts';
import { seededRandom } from './seeded-random.ts';

/** Seven colours behind a marker, as the server makes them. */
export const sevenColors: Challenge = {
  level: 3,
  durationMs: 4600,
  actions: [],
  colors: [
    { color: '#FFFFFF', fromMs: 800, toMs: 1200 },
    { color: '#0000FF', fromMs: 1200, toMs: 1650 },
    { color: '#FFFF00', fromMs: 1650, toMs: 2010 },
    { color: '#000000', fromMs: 2010, toMs: 2480 },
    { color: '#FF00FF', fromMs: 2480, toMs: 2850 },
    { color: '#00FF00', fromMs: 2850, toMs: 3300 },
    { color: '#FF8080', fromMs: 3300, toMs: 3660 },
    { color: '#00FFFF', fromMs: 3660, toMs: 4100 },
  ],
  markerMs: 800,
  shown: [],
};

export type LitTrack = {
  readonly lagMs?: number;
  readonly driftMsPerSecond?: number;
  /** White screen over the room's light, on the face's middle. */
  readonly screenShare?: number;
  /** The camera halves and doubles its exposure as it likes. */
  readonly hasUnsteadyExposure?: boolean;
  /** Shares of the middle's light that other regions get: 1 lies flat. */
  readonly rim?: number;
  readonly behind?: number | null;
  readonly neck?: number | null;
  /** Brightness of what is below the chin, in that of skin; a camera writes whole steps of 255. */
  readonly neckLevel?: number;
  /** Without nose, sockets and cheeks, as under a soft spot. */
  readonly isSpot?: boolean;
  /** Without them too, but the same all over, as on a sheet. */
  readonly isEven?: boolean;
  /** Four times as strong in a patch on the middle of the cheek. */
  readonly isPatchy?: boolean;
};

/**
 * Light on what slopes to the side or lies open to the screen, in that of the middle: medians of honest recordings of the attack lab.
 */
const slopes: Partial<Record<RegionName, number>> = {
  ...{ bridge: 1.2, noseTip: 1.27, flankLeft: 1.23, flankRight: 1.04, glabella: 1.41, philtrum: 1.16 },
  ...{ socketLeft: 1.15, socketRight: 1.07, besideNoseLeft: 1.08, besideNoseRight: 0.95 },
  ...{ midCheekLeft: 1.02, midCheekRight: 0.9, outerCheekLeft: 0.8, outerCheekRight: 0.74 },
  ...{ malarLeft: 1.05, malarRight: 0.95, foreheadLeft: 0.76, foreheadMiddle: 0.97, foreheadRight: 0.63 },
};

/** Beside a patch that a screen's glass mirrors, on the left cheek. */
function patchMisses(name: RegionName): boolean {
  const [x, y] = reliefPlaces[name] ?? (name === 'leftCheek' ? [-0.5, 0.5] : [0, 0]);
  return x < -0.7 || x > 0 || y < 0.2;
}

/** A soft round spot over the middle of the face. */
function spotOn(name: RegionName): number {
  const [x, y] = reliefPlaces[name] ?? [0, 0.3];
  return Math.exp(-(x ** 2 + (y - 0.3) ** 2) / 2);
}

function levelOf(name: RegionName, { neckLevel = 1 }: LitTrack): number {
  return 0.3 * (name === 'neck' ? neckLevel : 1);
}

/** Linear light as an 8-bit picture has it where all its pixels are alike. */
function inWholeSteps(linear: number): number {
  return (Math.round(255 * linear ** (1 / 2.2)) / 255) ** 2.2;
}

/** Made-up colours of a face's regions that are lit by a challenge's colours, at 12 frames a second, with a little noise. */
export function litTrack(challenge: Challenge, how: LitTrack): readonly RegionColors[] {
  const { lagMs = 150, driftMsPerSecond = 0, screenShare = 0.2, rim = 0.6, behind = 0.1, neck = 0.8 } = how;
  const lightAt = screenLight(challenge.colors, { lagMs, driftMsPerSecond, restColor: '#000000' });
  const random = seededRandom(1);
  const shareOf = (name: RegionName): number | null => {
    if ((regionsOf.rim as readonly RegionName[]).includes(name)) return rim;
    if ((regionsOf.behind as readonly RegionName[]).includes(name)) return behind;
    if (name === 'neck') return neck;
    if (how.isPatchy && patchMisses(name)) return 0.25;
    if (how.isSpot) return spotOn(name);
    return how.isEven ? 1 : (slopes[name] ?? 1);
  };
  return Array.from({ length: Math.round((challenge.durationMs * 12) / 1000) }, (_, at) => {
    const timestampMs = (at * 1000) / 12;
    const light = lightAt(timestampMs);
    const gain = how.hasUnsteadyExposure ? 1 + 0.4 * Math.sin(timestampMs / 700) : 1;
    const entries = regionNames.map((name) => {
      const share = shareOf(name);
      const level = levelOf(name, how);
      const color = light
        .map((part) => level * gain * (1 + (share ?? 0) * screenShare * part) * (1 + 0.003 * random.normal()))
        .map((part) => (name === 'neck' && how.neckLevel ? inWholeSteps(part) : part));
      return [name, share === null ? null : (color as unknown as LinearColor)];
    });
    return { timestampMs, colors: Object.fromEntries(entries) as RegionColors['colors'] };
  });
}
