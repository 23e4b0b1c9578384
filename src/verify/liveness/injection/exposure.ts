import { heightOf, widthOf } from '../../../vision/geometry.ts';
import type { Sighting, Watched } from '../../face-watch.ts';
import { medianOf } from '../../median.ts';
import { type Thumbnail, thumbnailSide } from '../../thumbnail.ts';

/** How the light of a recording lives. */
export type Exposure = {
  /** From the 5th to the 95th of 100 frames, the face's mean luma over its median: 0 where it never changes. */
  readonly faceSwing: number;
  /** Median over the frames of how much the calmer half of the picture differs from the frame before, luma. */
  readonly noise: number;
};

const leastFrames = 12;

/**
 * A camera before a living person regulates: the face's mean luma drifts, and its sensor makes noise even where nothing moves. Paint,
 * and frames that a program made, need do neither; compression takes noise away too, so that alone says little. Source:
 * design/field.md §1b, exposure response. Cost: 1 ms, read from the thumbnails. Null with too few faces.
 */
export function measureExposure({ sightings, thumbnails }: Watched): Exposure | null {
  if (sightings.length < leastFrames) return null;
  const lumas = sightings.map((sighting) => faceLuma(sighting, thumbnails[sighting.frameIndex]!));
  const sorted = [...lumas].sort((first, second) => first - second);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  const changes = thumbnails.slice(1).map((thumbnail, place) => calmerHalf(thumbnails[place]!, thumbnail));
  return { faceSwing: (at(0.95) - at(0.05)) / Math.max(1, at(0.5)), noise: medianOf(changes) };
}

/** The middle half of the face's box in both directions. */
function faceLuma({ box }: Sighting, { luma, width, height }: Thumbnail): number {
  const [fromX, toX] = span(box.left + widthOf(box) / 4, box.right - widthOf(box) / 4, width);
  const [fromY, toY] = span(box.top + heightOf(box) / 4, box.bottom - heightOf(box) / 4, height);
  let [sum, count] = [0, 0];
  for (let y = fromY; y <= toY; y++) {
    for (let x = fromX; x <= toX; x++, count++) sum += luma[y * thumbnailSide + x]!;
  }
  return sum / count;
}

function span(from: number, to: number, length: number): [number, number] {
  const place = (pixels: number) =>
    Math.max(0, Math.min(thumbnailSide - 1, Math.floor((pixels / length) * thumbnailSide)));
  return [place(from), place(to)];
}

/** Mean of the smaller half of the differences between two frames: where nothing moves. */
function calmerHalf(first: Thumbnail, second: Thumbnail): number {
  const counts = new Uint16Array(256);
  const places = first.luma.length;
  for (let at = 0; at < places; at++) counts[Math.abs(first.luma[at]! - second.luma[at]!)]! += 1;
  const half = places >> 1;
  let [sum, left] = [0, half];
  for (let difference = 0; left > 0; difference++) {
    const taken = Math.min(left, counts[difference]!);
    sum += taken * difference;
    left -= taken;
  }
  return sum / half;
}
