import type { Watched } from '../face-watch.ts';
import { medianOf } from '../median.ts';
import { differenceBetween } from '../thumbnail.ts';

/** What no camera before a living person delivers. */
export type Repetition = {
  /** Longest time in which the face changed no more than an encoder changes a picture that stands still, milliseconds. */
  readonly frozenMs: number;
  /** Longest stretch that came twice, forwards or backwards, while something moved in it, milliseconds; 0 where none did. */
  readonly loopedMs: number;
  /** Median change of the face from one sampled frame to the next, luma. */
  readonly usualChange: number;
};

/**
 * An encoder refines a still picture for a second and begins anew at each key frame: up to 0.24 from frame to frame, 0.34 in
 * a single one (5 SIMULATED freezes at 700 to 2,500 kbit/s with a key frame each half second, 2026-11). A calm face's least was 0.3.
 */
const unchanged = 0.25;
const onceUnchanged = 0.5;
const shortestLagMs = 500;
/** A repeated frame is compared with its copy and with the frames a quarter of a second before and after that. */
const aside = 3;
/** The copy must differ by no more than this share of what those differ by, over a window of frames. */
const closeness = 0.5;
const window = 4;
/** Where the frames aside differ by less than this, nothing moved. */
const movement = 1;

/**
 * Frozen: the face's pixels all but stay the same in frame after frame. Looped: the frames of one stretch are found again in
 * another, in the same or in turned order. Compression makes every copy a little different, so it is not the difference
 * that tells but its dip: a copy fits at one place and a quarter of a second beside it no longer, whereas a face that comes
 * back to where it was fits neither. Source: our own measurement (docs/liveness.md). Cost: 2 ms for 5 s; it grows
 * with the square of the length. Null where there are too few frames with a face.
 */
export function measureRepetition(watched: Watched): Repetition | null {
  const { sightings } = watched;
  if (sightings.length < 6) return null;
  const differences = differencesOf(watched);
  const changes = sightings.slice(1).map(({ timestampMs }, at) => ({
    change: differences(at, at + 1),
    ms: timestampMs - sightings[at]!.timestampMs,
  }));
  return {
    frozenMs: longestFreeze(changes),
    loopedMs: longestLoop(
      sightings.map(({ timestampMs }) => timestampMs),
      differences,
    ),
    usualChange: medianOf(changes.map(({ change }) => change)),
  };
}

type Differences = (first: number, second: number) => number;

/** How much the face of one sighting differs from the same place in another's frame, luma; each pair is compared once. */
function differencesOf({ sightings, thumbnails }: Watched): Differences {
  const count = sightings.length;
  const known = new Float32Array(count * count).fill(-1);
  return (first, second) => {
    const [early, late] = [Math.min(first, second), Math.max(first, second)];
    const place = early * count + late;
    if (known[place]! < 0) {
      const [one, other] = [sightings[early]!, sightings[late]!];
      known[place] = differenceBetween(thumbnails[one.frameIndex]!, thumbnails[other.frameIndex]!, one.box);
    }
    return known[place]!;
  };
}

function longestFreeze(changes: readonly { readonly change: number; readonly ms: number }[]): number {
  let [longest, current] = [0, 0];
  for (const [at, { change, ms }] of changes.entries()) {
    const isBetweenStill = [at - 1, at + 1].every((beside) => (changes[beside]?.change ?? 0) <= unchanged);
    const isStill = change <= unchanged || (change <= onceUnchanged && isBetweenStill);
    current = isStill ? current + ms : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}

function longestLoop(timesMs: readonly number[], differences: Differences): number {
  const count = timesMs.length;
  let longest = 0;
  // Forwards: frame i is frame i + lag.
  for (let lag = 1; lag < count; lag++) {
    if (timesMs[lag]! - timesMs[0]! < shortestLagMs) continue;
    longest = Math.max(
      longest,
      longestMatch(0, count - lag, (at) => at + lag, timesMs, differences),
    );
  }
  // Backwards: frame i is frame mirror - i. Next to the turn every frame is like its neighbours, so that is left out.
  for (let mirror = 2; mirror < 2 * count - 2; mirror++) {
    const [from, to] = [Math.max(0, mirror - count + 1), Math.ceil(mirror / 2) - aside];
    longest = Math.max(
      longest,
      longestMatch(from, to, (at) => mirror - at, timesMs, differences),
    );
  }
  return longest;
}

/** Longest time over which frames `from` to `to` are each like their partner, and unlike what stands beside it. */
function longestMatch(
  from: number,
  to: number,
  partnerOf: (at: number) => number,
  timesMs: readonly number[],
  differences: Differences,
): number {
  const pairs: { own: number; beside: number }[] = [];
  for (let at = from; at < to; at++) {
    const partner = partnerOf(at);
    const besides = [partner - aside, partner + aside].filter(
      (place) => place >= 0 && place < timesMs.length && Math.abs(place - at) >= aside,
    );
    const sum = besides.reduce((total, place) => total + differences(at, place), 0);
    pairs.push({ own: differences(at, partner), beside: besides.length > 0 ? sum / besides.length : 0 });
  }
  let longest = 0;
  let since: number | null = null;
  for (let at = 0; at < pairs.length; at++) {
    if (!isRepeated(pairs.slice(Math.max(0, at - window), at + window + 1))) since = null;
    else {
      since ??= timesMs[from + at]!;
      longest = Math.max(longest, timesMs[from + at]! - since);
    }
  }
  return longest;
}

function isRepeated(pairs: readonly { readonly own: number; readonly beside: number }[]): boolean {
  let [own, beside] = [0, 0];
  for (const pair of pairs) {
    own += pair.own;
    beside += pair.beside;
  }
  return pairs.length > window && beside > movement * pairs.length && own < closeness * beside;
}
