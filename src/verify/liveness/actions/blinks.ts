import type { EyesClosed } from '../../../vision/eye-closed.ts';
import type { Sighting } from '../../face-watch.ts';
import { medianOf } from '../../median.ts';
import { eyeOpeningOf, meanReading } from '../lid-motion.ts';
import type { ActionEvent } from './action-event.ts';
import type { HeadTurn } from './head-turn.ts';

/** The eye network's reading, mean of both eyes, from which on they count as closed. */
const closedReading = 0.5;
/** Share of the person's usual opening at which lids that the network reads as closed have closed. */
const closedOpening = 0.75;
/** The same for lids that it reads as closed for certain, against their opening just before: a blink that fell between two frames. */
const certainReading = 0.9;
const certainOpening = 0.85;
/** Share of their opening before that lids come back to: who looks down further does not. */
const reopened = 0.85;
/** Where that opening is looked for, in frames and in time, whichever reaches further: longer than lids take to fall. */
const before = { frames: 3, ms: 200 };
/** The same for lids that are read as closed for certain. */
const justBefore = { frames: 2, ms: 150 };
/** Share of the usual opening at which lids are back whatever the network reads: a man who blinks and then squints (further people) reaches 0.91. */
const back = 0.9;
/** From the last open frame to the first one of lids that are back. */
const longestMs = 800;
/**
 * The same where the network reads the eyes as closed in most frames, and the lids fall by so much of their opening before: whoever is asked to blink may close
 * them slowly (0.84 to 1.2 s and 0.42 to 0.44 of it, one film of further people). A gaze that is lowered for as long falls by 0.21 to 0.29 (clip d3).
 */
const longestClosedMs = 1200;
const closedFallLeast = 0.35;
/** Degrees of turning beyond which the network's reading says nothing (it reads turned and lowered heads as closed). */
const readable = { yaw: 20, pitch: 15 };

/**
 * Both eyes closing and opening again: the eye network and the eye aspect ratio (Soukupová and Čech 2016) must agree, because
 * each alone errs with narrow eyes and a lowered gaze. What is usual is the median of the frames in which it reads an eye as open, so that
 * a person who looks down for long is not taken for one with small eyes. Eyes that stay closed, or lowered, are no blink.
 * Source: design/face.md §2. Shape: 12 frames a second or more, landmarks and two readings each. Cost: 0.01 ms a frame.
 */
export function findBlinks(
  sightings: readonly Sighting[],
  turns: readonly HeadTurn[],
): readonly ActionEvent[] {
  const openings = sightings.map(({ landmarks }) => eyeOpeningOf(landmarks));
  const closed = sightings.map(({ eyesClosed }) => meanReading(eyesClosed));
  const widestBefore = (at: number, reach: { readonly frames: number; readonly ms: number }) => {
    let widest = 0;
    for (let earlier = at - 1; earlier >= 0; earlier--) {
      const awayMs = sightings[at]!.timestampMs - sightings[earlier]!.timestampMs;
      if (at - earlier > reach.frames && awayMs > reach.ms) break;
      widest = Math.max(widest, openings[earlier]!);
    }
    return widest;
  };
  const isOpen = (at: number) => isEitherOpen(sightings[at]!.eyesClosed);
  const open = openings.filter((_, at) => isOpen(at));
  if (open.length === 0) return [];
  const usual = medianOf(open);
  // Lids that are back in two frames in a row outweigh the network, which a squint deceives for seconds.
  const areBack = (at: number) => openings[at]! > back * usual && (openings[at + 1] ?? 0) > back * usual;
  const isClosed = (at: number) => {
    const { yawDegrees, pitchDegrees } = turns[at]!;
    if (Math.abs(yawDegrees) > readable.yaw || Math.abs(pitchDegrees) > readable.pitch) return false;
    if (closed[at]! <= closedReading) return false;
    return (
      openings[at]! < closedOpening * usual ||
      (closed[at]! > certainReading && openings[at]! < certainOpening * widestBefore(at, justBefore))
    );
  };
  const blinks: ActionEvent[] = [];
  for (let at = 1; at < sightings.length; at++) {
    if (!isClosed(at) || isClosed(at - 1)) continue;
    const openBefore = widestBefore(at, before);
    const reference = Math.min(usual, openBefore);
    let [peak, end] = [at, at];
    while (
      end < sightings.length &&
      !(openings[end]! > reopened * reference && (isOpen(end) || areBack(end)))
    ) {
      if (openings[end]! < openings[peak]!) peak = end;
      end += 1;
    }
    const [from, to] = [sightings[at - 1]!.timestampMs, sightings[end]?.timestampMs];
    const size = 1 - openings[peak]! / openBefore;
    const areClosed = end > at && medianOf(closed.slice(at, end)) > closedReading;
    const mostMs = areClosed && size >= closedFallLeast ? longestClosedMs : longestMs;
    if (to !== undefined && to - from <= mostMs) {
      blinks.push({ action: 'blink', fromMs: from, peakMs: sightings[peak]!.timestampMs, toMs: to, size });
    }
    at = end;
  }
  return blinks;
}

/**
 * Whether eyes whose lids are back count as open again. One eye that is read as open is enough: the network reads an eye that lies deep under its
 * brow as closed in most frames (a man of the further people in docs/attack-lab.md: 0.99 for his right eye, 0.05 for his left), and the mean of
 * both would never fall. `measureLidMotion`, which knows no turning, asks for the mean: a print that was tilted far blinked by one eye.
 */
function isEitherOpen({ left, right }: EyesClosed): boolean {
  return Math.min(left, right) < closedReading;
}
