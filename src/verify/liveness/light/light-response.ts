import type { RegionName } from './light-regions.ts';
import { regionsOf } from './light-regions.ts';
import type { LinearColor, RegionColors } from './region-colors.ts';
import type { ScreenTrack } from './screen-track.ts';
import { dot, eachWithoutSlow, shadesOf, type Tracks } from './steady-light.ts';

/** How a face's colours follow the screen's over the whole recording. */
export type LightResponse = {
  /** 0 to 1: root of the share of the face's changes that the screen explains at the best lag that is allowed. */
  readonly correlation: number;
  /** That lag. */
  readonly lagMs: number;
  /** The best lag of all that were tried. */
  readonly anyLagMs: number;
  /** The correlation there. */
  readonly anyCorrelation: number;
  /** By how much the lag grows in a second, where that fits best. */
  readonly driftMsPerSecond: number;
  /** Change of the face's light that the screen explains, root mean square of logarithms: 0.01 is one in a hundred. */
  readonly strength: number;
  /** Screen over room light that fits best. */
  readonly roomShare: number;
};

/** Allowed (contracts.md §5), and a frame before, because times are of frames and not of light. */
const allowed = { fromMs: -80, toMs: 500 };
const tried = { fromMs: -400, toMs: 1400, stepMs: 20 };
/** Screen's white over the room's light, as it may be: the brighter, the less the face's answer is in proportion. */
const roomShares = [0.1, 0.5, 2] as const;
const drifts = { most: 160, step: 20, lagsMs: 200 };
/** Frames of the room's light before the first colour that are looked at. */
const beforeMs = 500;
const leastFrames = 24;

/**
 * Source: the light challenge of Face Flashing (Tang et al., NDSS 2018, §IV) and of Aurora Guard (Liu et al., 2019); the way of fitting and
 * its figures are our own (docs/liveness.md). Logarithms make the camera's exposure and white balance a sum, which
 * is taken out with all else that is slow, from what is expected as from what was seen. Cost: 8 ms. Null where fewer than two seconds of the face's colours were read.
 */
export function measureResponse(track: readonly RegionColors[], screen: ScreenTrack): LightResponse | null {
  const frames = track.filter(
    ({ timestampMs }) => timestampMs >= screen.fromMs - beforeMs && timestampMs <= screen.toMs,
  );
  const seen = logarithmsOf(frames, regionsOf.middle);
  if (!seen || seen.timesMs.length < leastFrames) return null;
  const fit = fitterOf(seen, screen);
  let [best, any] = [none, none];
  for (const roomShare of roomShares) {
    for (let lagMs = tried.fromMs; lagMs <= tried.toMs; lagMs += tried.stepMs) {
      const found = fit({ lagMs, roomShare, drift: 0 });
      if (found.explained > any.explained) any = found;
      if (lagMs >= allowed.fromMs && lagMs <= allowed.toMs && found.explained > best.explained) best = found;
    }
  }
  const drifting = fitDrift(fit, best);
  return {
    correlation: Math.sqrt(best.explained),
    lagMs: best.lagMs,
    anyLagMs: any.lagMs,
    anyCorrelation: Math.sqrt(any.explained),
    driftMsPerSecond: drifting.drift,
    strength: best.strength,
    roomShare: best.roomShare,
  };
}

type Guess = { readonly lagMs: number; readonly roomShare: number; readonly drift: number };
type Fit = Guess & { readonly explained: number; readonly strength: number };
const none: Fit = { lagMs: 0, roomShare: 0, drift: 0, explained: 0, strength: 0 };

export type Logarithms = { readonly timesMs: readonly number[]; readonly tracks: Tracks };

/** Mean logarithms of some regions, over the frames in which all of those are seen that are mostly seen. */
export function logarithmsOf(
  frames: readonly RegionColors[],
  regions: readonly RegionName[],
): Logarithms | null {
  const usable = regions.filter(
    (name) => frames.filter(({ colors }) => colors[name]).length > 0.5 * frames.length,
  );
  if (usable.length === 0) return null;
  const seen = frames.filter(({ colors }) => usable.every((name) => colors[name]));
  const tracks = [0, 1, 2].map((colour) =>
    Float64Array.from(seen, ({ colors }) => {
      const logs = usable.map((name) => Math.log(Math.max(1e-4, (colors[name] as LinearColor)[colour]!)));
      return logs.reduce((sum, value) => sum + value, 0) / logs.length;
    }),
  ) as unknown as Tracks;
  return { timesMs: seen.map(({ timestampMs }) => timestampMs), tracks };
}

/** What the screen would do to the logarithm of light at these times. */
export function expectedAt(timesMs: readonly number[], screen: ScreenTrack, guess: Guess): Tracks {
  const middleMs = (screen.fromMs + screen.toMs) / 2;
  const tracks = [0, 1, 2].map(() => new Float64Array(timesMs.length)) as unknown as Tracks;
  timesMs.forEach((timeMs, at) => {
    const light = screen.at(timeMs - guess.lagMs - (guess.drift * (timeMs - middleMs)) / 1000);
    for (let colour = 0; colour < 3; colour++)
      tracks[colour]![at] = Math.log(1 + guess.roomShare * light[colour]!);
  });
  return eachWithoutSlow(timesMs, shadesOf(tracks));
}

function fitterOf({ timesMs, tracks }: Logarithms, screen: ScreenTrack): (guess: Guess) => Fit {
  const seen = eachWithoutSlow(timesMs, shadesOf(tracks));
  const powers = seen.map((track) => dot(track, track));
  return (guess) => {
    const expected = expectedAt(timesMs, screen, guess);
    let [explained, strength] = [0, 0];
    seen.forEach((track, shade) => {
      const own = dot(expected[shade]!, expected[shade]!);
      const shared = Math.max(0, dot(track, expected[shade]!));
      if (own === 0 || powers[shade] === 0) return;
      explained += shared ** 2 / own / powers[shade]! / seen.length;
      strength += shared ** 2 / own;
    });
    return { ...guess, explained, strength: Math.sqrt(strength / timesMs.length / 3) };
  };
}

function fitDrift(fit: (guess: Guess) => Fit, around: Fit): Fit {
  let best = around;
  for (let drift = -drifts.most; drift <= drifts.most; drift += drifts.step) {
    for (let aside = -drifts.lagsMs; aside <= drifts.lagsMs; aside += tried.stepMs) {
      const found = fit({ lagMs: around.lagMs + aside, roomShare: around.roomShare, drift });
      if (found.explained > best.explained) best = found;
    }
  }
  return best;
}
