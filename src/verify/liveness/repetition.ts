import type { Watched } from '../face-watch.ts';
import { medianOf } from '../median.ts';
import { differenceBetween } from '../thumbnail.ts';

/** What no camera before a living person delivers. */
export type Repetition = {
  /** Longest time in which the face did not change by a single shade, milliseconds. */
  readonly frozenMs: number;
  /** Longest stretch that came twice, forwards or backwards, while something moved in it, milliseconds; 0 where none did. */
  readonly loopedMs: number;
  /** Median change of the face from one sampled frame to the next, luma. */
  readonly usualChange: number;
};

/** Mean change of luma that codecs leave where nothing changed at all: the decoder repeats the block as it was. */
const unchanged = 0.05;
/** A repeated stretch must be this much closer to its first showing than neighbouring frames are to each other. */
const closeness = 0.25;
const shortestLagMs = 500;

/**
 * Frozen: the face's pixels stay the same in frame after frame. Looped: the frames of one stretch are found again in
 * another, in the same or in turned order, at a fraction of the change between neighbours.
 * Source: our own measurement (docs/liveness.md). Cost: 1 ms for 5 s; it grows with the square of the length.
 * Null where there are too few frames with a face.
 */
export function measureRepetition({ sightings, thumbnails }: Watched): Repetition | null {
  if (sightings.length < 6) return null;
  const changes = sightings.slice(1).map((sighting, at) => {
    const before = sightings[at]!;
    const change = differenceBetween(
      thumbnails[before.frameIndex]!,
      thumbnails[sighting.frameIndex]!,
      before.box,
    );
    return { change, ms: sighting.timestampMs - before.timestampMs };
  });
  const usualChange = medianOf(changes.map(({ change }) => change));
  return {
    frozenMs: longestFreeze(changes),
    loopedMs: longestLoop(sightings, thumbnails, usualChange),
    usualChange,
  };
}

function longestFreeze(changes: readonly { readonly change: number; readonly ms: number }[]): number {
  let [longest, current] = [0, 0];
  for (const { change, ms } of changes) {
    current = change <= unchanged ? current + ms : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}

function longestLoop(
  sightings: Watched['sightings'],
  thumbnails: Watched['thumbnails'],
  usualChange: number,
): number {
  const isSame = (first: number, second: number): boolean => {
    const [one, other] = [sightings[first]!, sightings[second]!];
    const difference = differenceBetween(thumbnails[one.frameIndex]!, thumbnails[other.frameIndex]!, one.box);
    return difference < closeness * usualChange;
  };
  let longest = 0;
  const count = sightings.length;
  const timeOf = (at: number) => sightings[at]!.timestampMs;
  // Forwards: frame i is frame i + lag. Backwards: frame i is frame mirror - i.
  for (let lag = 1; lag < count; lag++) {
    if (timeOf(lag) - timeOf(0) < shortestLagMs) continue;
    longest = Math.max(
      longest,
      longestRun(count - lag, (at) => isSame(at, at + lag), timeOf),
    );
  }
  for (let mirror = 2; mirror < 2 * count - 2; mirror++) {
    const from = Math.max(0, mirror - count + 1);
    const to = Math.ceil(mirror / 2);
    longest = Math.max(
      longest,
      longestRun(to - from, (at) => isSame(from + at, mirror - from - at), timeOf, from),
    );
  }
  return longest;
}

/** Longest time over which `holds` is true without a gap. */
function longestRun(
  length: number,
  holds: (at: number) => boolean,
  timeOf: (at: number) => number,
  offset = 0,
): number {
  let longest = 0;
  let since: number | null = null;
  for (let at = 0; at < length; at++) {
    if (!holds(at)) {
      since = null;
      continue;
    }
    since ??= timeOf(at + offset);
    longest = Math.max(longest, timeOf(at + offset) - since);
  }
  return longest;
}
