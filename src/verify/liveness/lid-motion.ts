import type { EyesClosed } from '../../vision/eye-closed.ts';
import type { Landmarks } from '../../vision/face-landmarks.ts';
import { distanceBetween } from '../../vision/geometry.ts';
import type { Sighting } from '../face-watch.ts';
import { medianOf } from '../median.ts';

/** What the lids did. */
export type LidMotion = {
  /** Times both eyes closed and opened again, as two independent readings agree. */
  readonly blinks: number;
  /** Smallest opening, as a share of the person's own median. */
  readonly leastOpening: number;
  /** How closed the eyes were read at most, 0 to 1, mean of both. */
  readonly mostClosed: number;
};

/** Below this many frames a second a blink (100 to 300 ms) falls between two frames. */
const leastFramesPerSecond = 8;
const closedReading = 0.5;
const closedOpening = 0.75;
const reopened = 0.85;
const longestBlinkMs = 700;

/**
 * Eye aspect ratio (Soukupová and Čech 2016, "Real-Time Eye Blink Detection using Facial Landmarks") against the
 * person's own median, and the eye network: each alone errs (narrow eyes, lowered gaze), so both must agree, and the eyes must open again.
 * Cost: 0.3 ms a frame for the network, run while watching. Null where frames are too few or too far apart.
 */
export function measureLidMotion(sightings: readonly Sighting[]): LidMotion | null {
  const [first, last] = [sightings[0], sightings.at(-1)];
  if (!first || !last || sightings.length < 6) return null;
  const seconds = (last.timestampMs - first.timestampMs) / 1000;
  if ((sightings.length - 1) / seconds < leastFramesPerSecond) return null;
  const openings = sightings.map(({ landmarks }) => eyeOpeningOf(landmarks));
  const usual = medianOf(openings);
  if (!(usual > 0)) return null;
  const relative = openings.map((opening) => opening / usual);
  const closed = sightings.map(({ eyesClosed }) => meanReading(eyesClosed));
  return {
    blinks: countBlinks(sightings, relative, closed),
    leastOpening: Math.min(...relative),
    mostClosed: Math.max(...closed),
  };
}

function countBlinks(
  sightings: readonly Sighting[],
  openings: readonly number[],
  closed: readonly number[],
): number {
  let blinks = 0;
  let closedSinceMs: number | null = null;
  for (let at = 0; at < openings.length; at++) {
    const nowMs = sightings[at]!.timestampMs;
    if (closedSinceMs === null) {
      if (openings[at]! < closedOpening && closed[at]! > closedReading) closedSinceMs = nowMs;
    } else if (openings[at]! > reopened && closed[at]! < closedReading) {
      if (nowMs - closedSinceMs <= longestBlinkMs) blinks += 1;
      closedSinceMs = null;
    }
  }
  return blinks;
}

/** How closed both eyes together were read, 0 to 1. */
export function meanReading({ left, right }: EyesClosed): number {
  return (left + right) / 2;
}

/** Eye aspect ratio, mean of both eyes: height over width, about 0.3 for open eyes. */
export function eyeOpeningOf(landmarks: Landmarks): number {
  return (eyeOpening(landmarks, 36) + eyeOpening(landmarks, 42)) / 2;
}

function eyeOpening(landmarks: Landmarks, from: number): number {
  const [corner, upper, upperInner, inner, lowerInner, lower] = landmarks.slice(from, from + 6);
  const heights = distanceBetween(upper!, lower!) + distanceBetween(upperInner!, lowerInner!);
  return heights / (2 * distanceBetween(corner!, inner!));
}
