import type { Watched } from './face-watch.ts';
import { medianOf } from './median.ts';
import { differenceBetween } from './thumbnail.ts';

/** A cut changes the face's picture this many times as much as usual, and by this many shades at least. */
const cut = { timesUsual: 2.5, shades: 5 };
/** More than this is a shaking hand or a flickering lamp; each costs a look. */
const most = 4;

/**
 * Moments, in milliseconds, at which the picture of the face changes all at once, the sharpest first, four at most: where
 * a recording may have been spliced. Between neighbours of a clip of a talking head the change is twice the usual one at most.
 * Source: our own measurement. Cost: nothing, it is read from the thumbnails.
 */
export function findCuts({ sightings, thumbnails }: Watched): readonly number[] {
  if (sightings.length < 3) return [];
  const changes = sightings.slice(1).map((sighting, at) => {
    const before = sightings[at]!;
    const [first, second] = [thumbnails[before.frameIndex]!, thumbnails[sighting.frameIndex]!];
    return { atMs: sighting.timestampMs, shades: differenceBetween(first, second, before.box) };
  });
  const least = Math.max(cut.shades, cut.timesUsual * medianOf(changes.map(({ shades }) => shades)));
  return changes
    .filter(({ shades }) => shades > least)
    .sort((first, second) => second.shades - first.shades)
    .slice(0, most)
    .map(({ atMs }) => atMs);
}
