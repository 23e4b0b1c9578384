import type { Landmarks } from '../../../vision/face-landmarks.ts';
import type { Box } from '../../../vision/geometry.ts';
import type { VideoFrame } from '../../../vision/video/video-frame.ts';
import { placeRegions, type RegionName, regionNames } from './light-regions.ts';

/** Mean linear light, 1 for the camera's white. */
export type LinearColor = readonly [red: number, green: number, blue: number];

/**
 * The colours of one sampled frame. A region that lies outside the picture is null, and so is what stands behind where it is burnt out or
 * black for the most part. Of a face also burnt-out frames count: those left would be too few, and fit anything.
 */
export type RegionColors = {
  readonly timestampMs: number;
  readonly colors: Readonly<Record<RegionName, LinearColor | null>>;
};

/** Cameras write values for screens, which take them to this power (IEC 61966-2-1, nearly). */
export const gamma = 2.2;
const linearOf = Float32Array.from({ length: 256 }, (_, value) => (value / 255) ** gamma);

/** A pixel at the end of the range cannot answer. */
const answering = { least: 3, most: 250 };
/** Pixels of the halved picture that a region needs. */
const leastPixels = 12;
/** Every second pixel each way is enough of what stands behind. */
const strideBehind = 2;

/**
 * Reads mean colours of skin and background. Source: plain photometry, in linear light, as reflected light adds up only there.
 * Cost: 0.2 ms a frame.
 */
export function readRegionColors(frame: HalvedFrame, landmarks: Landmarks): RegionColors {
  const boxes = placeRegions(
    landmarks.map(({ x, y }) => ({ x: x / 2, y: y / 2 })),
    frame.width >> 1,
  );
  const colors = Object.fromEntries(
    regionNames.map((name) => [name, meanColor(frame, boxes[name], name.startsWith('behind'))]),
  ) as Record<RegionName, LinearColor | null>;
  return { timestampMs: frame.timestampMs, colors };
}

/** A frame of which single pixels of the halved picture are asked: the regions are an eighth of it. */
type HalvedFrame = Pick<VideoFrame, 'timestampMs' | 'width' | 'height' | 'halfColorAt'>;

function meanColor(frame: HalvedFrame, box: Box, isBehind: boolean): LinearColor | null {
  const [width, height] = [frame.width >> 1, frame.height >> 1];
  const [left, right] = [Math.max(0, Math.round(box.left)), Math.min(width, Math.round(box.right))];
  const [top, bottom] = [Math.max(0, Math.round(box.top)), Math.min(height, Math.round(box.bottom))];
  const stride = isBehind ? strideBehind : 1;
  let [red, green, blue, count, dull] = [0, 0, 0, 0, 0];
  for (let y = top; y < bottom; y += stride) {
    for (let x = left; x < right; x += stride) {
      const color = frame.halfColorAt(x, y);
      const [r, g, b] = [color >> 16, (color >> 8) & 0xff, color & 0xff];
      red += linearOf[r]!;
      green += linearOf[g]!;
      blue += linearOf[b]!;
      count += 1;
      if (Math.max(r, g, b) > answering.most || Math.max(r, g, b) < answering.least) dull += 1;
    }
  }
  if (count < leastPixels || (isBehind && dull > count / 2)) return null;
  return [red / count, green / count, blue / count];
}
