import type { Landmarks } from '../../../vision/face-landmarks.ts';
import { distanceBetween } from '../../../vision/geometry.ts';
import type { VideoFrame } from '../../../vision/video/video-frame.ts';
import type { LightResponse } from './light-response.ts';
import type { ScreenTrack } from './screen-track.ts';
import { dot, withoutSlow } from './steady-light.ts';

/** How bright the brightest point in both eyes stands out of the eyes, luma; null where they are too small or shut. */
export type GlintReading = { readonly timestampMs: number; readonly glint: number | null };

/** A screen's image on a cornea is about 1 mm wide, an eye 30: narrower eyes than this have no pixel for it. */
const leastEyeWidthPixels = 40;
const leastOpening = 0.15;

/**
 * Reads the glint on the eyes in one frame: the brightest luma between the lids over their median. Source: corneal reflection, which
 * Face Flashing (NDSS 2018) leaves to the light's other traces. Cost: 0.05 ms.
 */
export function readGlint(
  { timestampMs, luma, width, height }: VideoFrame,
  landmarks: Landmarks,
): GlintReading {
  const glints = [36, 42].map((first) => {
    const eye = landmarks.slice(first, first + 6);
    const across = distanceBetween(eye[0]!, eye[3]!);
    const opening = distanceBetween(eye[1]!, eye[5]!) / across;
    if (across < leastEyeWidthPixels || opening < leastOpening) return null;
    const values: number[] = [];
    const [left, right] = [Math.ceil(eye[1]!.x), Math.floor(eye[2]!.x)];
    const [top, bottom] = [Math.ceil(eye[1]!.y), Math.floor(eye[5]!.y)];
    for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
      for (let x = Math.max(0, left); x <= Math.min(width - 1, right); x++) values.push(luma[y * width + x]!);
    }
    if (values.length === 0) return null;
    values.sort((one, other) => one - other);
    return values.at(-1)! - values[values.length >> 1]!;
  });
  const [one, other] = glints as [number | null, number | null];
  return { timestampMs, glint: one === null || other === null ? null : (one + other) / 2 };
}

/** Half of a second of readings, and more than that many of all, must be there. */
const leastReadings = 24;

/**
 * Correlation of the glints with the screen's brightness at the face's lag, -1 to 1. It refuses nothing alone: glasses, make-up lenses and
 * lowered lids take it away from people who are there. Null where the eyes are too small or mostly shut.
 */
export function measureGlints(
  readings: readonly GlintReading[],
  screen: ScreenTrack,
  { lagMs }: LightResponse,
): number | null {
  const seen = readings.filter(({ glint }) => glint !== null);
  if (seen.length < leastReadings) return null;
  const timesMs = seen.map(({ timestampMs }) => timestampMs);
  const glints = Float64Array.from(seen, ({ glint }) => glint as number);
  const screens = Float64Array.from(timesMs, (timeMs) => {
    const [red, green, blue] = screen.at(timeMs - lagMs);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  const [one, other] = [withoutSlow(timesMs, glints), withoutSlow(timesMs, screens)];
  const power = dot(one, one) * dot(other, other);
  return power === 0 ? null : dot(one, other) / Math.sqrt(power);
}
