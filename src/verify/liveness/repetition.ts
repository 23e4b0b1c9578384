import type { Watched } from '../face-watch.ts';
import { medianOf } from '../median.ts';
import { differenceBetween } from '../thumbnail.ts';
import { longestFreeze, longestHalt } from './freeze.ts';

/** What no camera before a living person delivers. */
export type Repetition = {
  /** See `longestFreeze`. */
  readonly frozenMs: number;
  /** See `longestHalt`. */
  readonly haltedMs: number;
  /** Longest stretch that came twice, forwards or backwards, while something moved in it, milliseconds; 0 where none did. */
  readonly loopedMs: number;
  /** Median change of the face from one sampled frame to the next, luma. */
  readonly usualChange: number;
};

const shortestLagMs = 500;
/** A repeated frame is compared with its copy and with the frames a quarter of a second before and after that. */
const aside = 3;
/** The copy must differ by no more than this share of what those differ by, over a window of frames. */
const closeness = 0.5;
const window = 4;
/** Where the frames aside differ by less than this, nothing moved. */
const movement = 1;
/**
 * A copy differs by what encoding adds: in the middle by less than this in luma, or than this share of what the next frame differs by. A head that turns
 * there and back, or nods, comes by the same places, but not by the same pictures: 0.6 to 1.1 of it, 4.4 to 12.8 in luma, in 45 recordings of a man who does.
 */
const copyLumaMost = 2.5;
const copyShareMost = 0.5;

/**
 * Frozen, halted: see `freeze.ts`. Looped: the frames of one stretch are found again in
 * another, in the same or in turned order. Compression makes every copy a little different, so it is not the difference
 * that tells but its dip: a copy fits at one place and a quarter of a second beside it no longer, whereas a face that comes
 * back to where it was fits neither, or not as well as a copy. Source: our own measurement (docs/liveness.md). Cost: 6 ms for 5 s; it grows
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
    haltedMs: longestHalt(changes),
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

/** How much a frame differs from its partner, from what stands beside that, and from the next frame, luma. */
type Compared = { readonly own: number; readonly beside: number; readonly step: number };

/** Longest time over which frames `from` to `to` are each like their partner, and unlike what stands beside it. */
function longestMatch(
  from: number,
  to: number,
  partnerOf: (at: number) => number,
  timesMs: readonly number[],
  differences: Differences,
): number {
  if (to - from <= window) return 0;
  const compared: Compared[] = [];
  for (let at = from; at < to; at++) {
    const partner = partnerOf(at);
    compared.push({
      own: differences(at, partner),
      beside: differenceAside(at, partner, timesMs.length, differences),
      step: differences(at, Math.min(at + 1, timesMs.length - 1)),
    });
  }
  let longest = 0;
  let since: number | null = null;
  for (let at = 0; at < compared.length; at++) {
    if (!isRepeated(compared, Math.max(0, at - window), Math.min(compared.length, at + window + 1)))
      since = null;
    else {
      since ??= timesMs[from + at]!;
      longest = Math.max(longest, timesMs[from + at]! - since);
    }
  }
  return longest;
}

/** Mean difference from the frames before and after the partner; 0 where there are none, or only the frame itself is near. */
function differenceAside(at: number, partner: number, count: number, differences: Differences): number {
  let [sum, found] = [0, 0];
  for (let place = partner - aside; place <= partner + aside; place += 2 * aside) {
    if (place < 0 || place >= count || Math.abs(place - at) < aside) continue;
    sum += differences(at, place);
    found += 1;
  }
  return found > 0 ? sum / found : 0;
}

function isRepeated(compared: readonly Compared[], from: number, to: number): boolean {
  let [own, beside, step] = [0, 0, 0];
  for (let at = from; at < to; at++) {
    own += compared[at]!.own;
    beside += compared[at]!.beside;
    step += compared[at]!.step;
  }
  const count = to - from;
  if (count <= window || beside <= movement * count || own >= closeness * beside) return false;
  const usual = medianOf(compared.slice(from, to).map((frame) => frame.own));
  return usual < Math.max(copyLumaMost, (copyShareMost * step) / count);
}
