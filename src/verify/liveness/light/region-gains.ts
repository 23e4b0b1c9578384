import { type BodyRegionName, bodyRegionNames, regionsOf } from './light-regions.ts';
import { expectedAt, type LightResponse, logarithmsOf } from './light-response.ts';
import { gamma, type RegionColors } from './region-colors.ts';
import type { ScreenTrack } from './screen-track.ts';
import { dot, eachWithoutSlow, noiseBeside, shadesOf, sharesOf, type Tracks } from './steady-light.ts';

/** How strongly one region answers to the screen. */
export type RegionGain = {
  /** Change of the light's logarithm, in that of the face's middle. */
  readonly gain: number;
  /** Standard error of the gain. */
  readonly error: number;
  /** Mean linear brightness, in that of the face's middle. */
  readonly level: number;
  /** How bright it is as a camera writes it, of 255. */
  readonly value: number;
};

export type RegionGains = Readonly<Record<BodyRegionName, RegionGain | null>>;

/**
 * Every region's answer along the answer of the face's middle at the face's own lag. Source: our own measurement, after the
 * normal cues of Aurora Guard (Liu et al., 2019, §3.1), which are such ratios pixel by pixel. Cost: 3 ms.
 * Null where the face does not answer; a region's is null where it is not seen.
 */
export function measureGains(
  track: readonly RegionColors[],
  screen: ScreenTrack,
  response: LightResponse,
): RegionGains | null {
  const face = answerOf(track, regionsOf.middle, screen, response);
  if (!face) return null;
  const shares = sharesOf(face.seen, face.expected);
  const entries = bodyRegionNames.map((name) => {
    const answer = answerOf(track, [name], screen, response);
    return [name, answer && gainOf(answer, shares, face.level)];
  });
  return Object.fromEntries(entries) as RegionGains;
}

type Answer = { readonly seen: Tracks; readonly expected: Tracks; readonly level: number };

function answerOf(
  track: readonly RegionColors[],
  regions: readonly BodyRegionName[],
  screen: ScreenTrack,
  response: LightResponse,
): Answer | null {
  const logarithms = logarithmsOf(track, regions);
  if (!logarithms) return null;
  const { timesMs, tracks } = logarithms;
  return {
    seen: eachWithoutSlow(timesMs, shadesOf(tracks)),
    expected: expectedAt(timesMs, screen, { lagMs: response.lagMs, drift: 0 }),
    level: tracks.reduce(
      (sum, logs) => sum + Math.exp(logs.reduce((all, log) => all + log, 0) / logs.length),
      0,
    ),
  };
}

/** Least squares along the expected answer; each shade weighs by how little else there is in it. */
function gainOf(
  { seen, expected, level }: Answer,
  shares: readonly number[],
  middle: number,
): RegionGain | null {
  let [shared, power] = [0, 0];
  for (let shade = 0; shade < 3; shade++) {
    const along = expected[shade]!.map((value) => value * shares[shade]!);
    const own = dot(along, along);
    if (own === 0) continue;
    const noise = noiseBeside(seen[shade]!, along);
    shared += dot(seen[shade]!, along) / noise;
    power += own / noise;
  }
  if (power === 0) return null;
  const value = 255 * (level / 3) ** (1 / gamma);
  return { gain: shared / power, error: 1 / Math.sqrt(power), level: level / middle, value };
}
