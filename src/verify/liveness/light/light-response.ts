import { type RegionName, regionsOf } from './light-regions.ts';
import type { LinearColor, RegionColors } from './region-colors.ts';
import type { ScreenTrack } from './screen-track.ts';
import { dot, eachWithoutSlow, shadesOf, type Tracks } from './steady-light.ts';

/** How a face's colours follow the screen's over the whole recording. */
export type LightResponse = {
  /** Agreement of the face's changes with the screen's at the best lag that is allowed, 1 at most (`agreementOf`). */
  readonly agreement: number;
  /** That lag. */
  readonly lagMs: number;
  /** The best lag of all that were tried. */
  readonly anyLagMs: number;
  /** The agreement there. */
  readonly anyAgreement: number;
  /** By how much the lag grows in a second, where that fits best. */
  readonly driftMsPerSecond: number;
  /** By how much the agreement is better with that drift than without. */
  readonly driftGain: number;
  /** The lag by the marker alone; null where its flash was not seen. Stored: where the face moves or burns out it is far off. */
  readonly markerLagMs: number | null;
  /** Root mean square of what changes in the face's shades, as a logarithm: 0.01 is one in a hundred. */
  readonly change: number;
};

/** Allowed (contracts.md §5), and a frame before, because times are of frames and not of light. */
export const allowedLag = { fromMs: -80, toMs: 500 };
const tried = { fromMs: -400, toMs: 1400, stepMs: 20 };
const drifts = { most: 160, step: 40, lagsMs: 160, lagStepMs: 40 };
/** Frames of the room's light before the first colour that are looked at. */
const beforeMs = 500;
/** Two seconds. */
const leastFrames = 24;
/** The marker is looked for among frames this far around it. */
const aroundMarkerMs = { before: 500, after: 1000 };
/** Screen's white over the room's light: the answer to bright colours is less than in proportion. Hardly matters. */
const roomShare = 0.3;

/**
 * Source: the light challenge of Face Flashing (Tang et al., NDSS 2018, §IV) and of Aurora Guard (Liu et al., 2019); the way of fitting
 * and its figures are our own (docs/light.md). Logarithms make the camera's exposure and white balance a sum, which is taken
 * out with all else that is slow, from what is expected as from what was seen. Cost: 20 ms for 5 s. Null where the
 * face's colours were read for less than two seconds.
 */
export function measureResponse(
  track: readonly RegionColors[],
  screen: ScreenTrack,
  markerMs: number,
): LightResponse | null {
  const within = (fromMs: number, toMs: number) =>
    track.filter(({ timestampMs }) => timestampMs >= fromMs && timestampMs <= toMs);
  const seen = logarithmsOf(within(screen.fromMs - beforeMs, screen.toMs), regionsOf.middle);
  if (!seen || seen.timesMs.length < leastFrames) return null;
  const fit = fitterOf(seen, screen);
  const fits = lagsBetween(tried.fromMs, tried.toMs).map((lagMs) => fit({ lagMs, drift: 0 }));
  const best = bestOf(fits.filter(({ lagMs }) => lagMs >= allowedLag.fromMs && lagMs <= allowedLag.toMs));
  const any = bestOf(fits);
  const drifting = bestOf([best, ...driftsAround(best).map(fit)]);
  const marker = logarithmsOf(
    within(markerMs - aroundMarkerMs.before, markerMs + aroundMarkerMs.after),
    regionsOf.middle,
  );
  return {
    agreement: best.agreement,
    lagMs: best.lagMs,
    anyLagMs: any.lagMs,
    anyAgreement: any.agreement,
    driftMsPerSecond: drifting.drift,
    driftGain: drifting.agreement - best.agreement,
    markerLagMs: marker && markerLagOf(marker, screen),
    change: changeOf(seen),
  };
}

type Guess = { readonly lagMs: number; readonly drift: number };
type Fit = Guess & { readonly agreement: number };

function lagsBetween(fromMs: number, toMs: number, stepMs = tried.stepMs): readonly number[] {
  return Array.from({ length: (toMs - fromMs) / stepMs + 1 }, (_, at) => fromMs + at * stepMs);
}

function driftsAround({ lagMs }: Guess): readonly Guess[] {
  const lags = lagsBetween(lagMs - drifts.lagsMs, lagMs + drifts.lagsMs, drifts.lagStepMs);
  const slopes = Array.from(
    { length: (2 * drifts.most) / drifts.step + 1 },
    (_, at) => at * drifts.step - drifts.most,
  );
  return slopes.flatMap((drift) => lags.map((lag) => ({ lagMs: lag, drift })));
}

function bestOf(fits: readonly Fit[]): Fit {
  return fits.reduce((best, other) => (other.agreement > best.agreement ? other : best));
}

export type Logarithms = { readonly timesMs: readonly number[]; readonly tracks: Tracks };

/** Mean logarithms of some regions, over the frames in which all of those are seen that are mostly seen. */
export function logarithmsOf(
  frames: readonly RegionColors[],
  regions: readonly RegionName[],
): Logarithms | null {
  const usable = regions.filter(
    (name) => frames.filter(({ colors }) => colors[name]).length > frames.length / 2,
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

/** What the screen would do to the logarithm of light at these times: brightness and shades, without what is slow. */
export function expectedAt(timesMs: readonly number[], screen: ScreenTrack, guess: Guess): Tracks {
  return eachWithoutSlow(timesMs, allExpectedAt(timesMs, screen, guess));
}

/** The same with what is slow. */
export function allExpectedAt(
  timesMs: readonly number[],
  screen: ScreenTrack,
  { lagMs, drift }: Guess,
): Tracks {
  const middleMs = (screen.fromMs + screen.toMs) / 2;
  const tracks = [0, 1, 2].map(() => new Float64Array(timesMs.length)) as unknown as Tracks;
  timesMs.forEach((timeMs, at) => {
    const light = screen.at(timeMs - lagMs - (drift * (timeMs - middleMs)) / 1000);
    for (let colour = 0; colour < 3; colour++) tracks[colour]![at] = Math.log(1 + roomShare * light[colour]!);
  });
  return shadesOf(tracks);
}

function fitterOf({ timesMs, tracks }: Logarithms, screen: ScreenTrack): (guess: Guess) => Fit {
  const seen = eachWithoutSlow(timesMs, shadesOf(tracks));
  return (guess) => ({ ...guess, agreement: agreementOf(seen, expectedAt(timesMs, screen, guess)) });
}

/**
 * The lesser correlation of the two shades, and a little of brightness, which exposure and movement disturb. A wrong
 * sequence often fits in one shade by chance, seldom in both: of 294 pairs of SIMULATED answers and wrong sequences the most fitted reaches .54,
 * where the root of the mean square reaches .60 and refuses twice as many right ones (2026-11-26).
 */
function agreementOf(seen: Tracks, expected: Tracks): number {
  const [bright, warm, cold] = seen.map((track, shade) => correlate(track, expected[shade]!)) as [
    number,
    number,
    number,
  ];
  return 0.8 * Math.min(warm, cold) + 0.2 * bright;
}

function correlate(one: Float64Array, other: Float64Array): number {
  const power = dot(one, one) * dot(other, other);
  return power === 0 ? 0 : dot(one, other) / Math.sqrt(power);
}

/** Least agreement of brightness around the marker's jump, the largest that a screen can make. */
const markerAgreementLeast = 0.5;

function markerLagOf({ timesMs, tracks }: Logarithms, screen: ScreenTrack): number | null {
  const [seen] = eachWithoutSlow(timesMs, shadesOf(tracks));
  const fits = lagsBetween(allowedLag.fromMs, allowedLag.toMs + 300).map((lagMs) => {
    const [expected] = expectedAt(timesMs, screen, { lagMs, drift: 0 });
    return { lagMs, drift: 0, agreement: correlate(seen, expected) };
  });
  const best = bestOf(fits);
  return best.agreement < markerAgreementLeast ? null : best.lagMs;
}

function changeOf({ timesMs, tracks }: Logarithms): number {
  const [, warm, cold] = eachWithoutSlow(timesMs, shadesOf(tracks));
  return Math.sqrt((dot(warm, warm) + dot(cold, cold)) / (2 * timesMs.length));
}
