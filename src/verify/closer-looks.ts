import { alignFace } from '../vision/face-align.ts';
import type { FoundFace } from '../vision/face-detect.ts';
import type { Embedding } from '../vision/face-embed.ts';
import type { HeadPose } from '../vision/face-pose.ts';
import type { Vision } from '../vision/faces.ts';
import { distanceBetween, heightOf, meanPoint } from '../vision/geometry.ts';
import type { VideoFrame } from '../vision/video/video-frame.ts';
import { findCuts } from './cuts.ts';
import type { KeyFrame, Sighting, Watched } from './face-watch.ts';
import { measureSharpness } from './sharpness.ts';
import type { Stopwatch } from './stopwatch.ts';

/** One frame that every network looked at. */
export type CloserLook = {
  readonly frame: VideoFrame;
  readonly face: FoundFace;
  readonly sighting: Sighting;
  readonly embedding: Embedding;
  /** See `FaceDescription`. */
  readonly strength: number;
  /** See `measureSharpness`. */
  readonly sharpness: number;
  readonly pose: HeadPose;
  /** p(live) of the passive network, skin and surroundings. */
  readonly passive: { readonly near: number; readonly wide: number };
};

/** Four looks at least: the passive score is a median over them, and a change of person shows between. */
const least = 4;
const most = 8;
const msPerLook = 1250;

/** Sides of the passive network's view in face heights (design/face.md §3): 1.3 sees skin, 2.7 sheet or device edges. */
const passiveScales = { near: 1.3, wide: 2.7 };

/**
 * Takes the best key frame of each equal part of the recording, so that the whole of it is covered, and the first one behind each
 * cut, so that nobody is cut in between; lets every network look at them: 55 ms each.
 */
export async function lookCloser(
  vision: Vision,
  watched: Watched,
  durationMs: number,
  stopwatch: Stopwatch,
): Promise<readonly CloserLook[]> {
  const parts = Math.max(least, Math.min(most, Math.round(durationMs / msPerLook)));
  const usable = watched.keyFrames.filter(hasFace);
  const chosen = new Set([...chooseFrames(usable, parts, durationMs), ...framesBehindCuts(usable, watched)]);
  const looks: CloserLook[] = [];
  for (const { frame, main, sighting } of chosen)
    looks.push(await look(vision, frame, main, sighting, stopwatch));
  return looks;
}

type KeyFrameWithFace = KeyFrame & { readonly main: FoundFace; readonly sighting: Sighting };

function chooseFrames(
  keyFrames: readonly KeyFrameWithFace[],
  parts: number,
  durationMs: number,
): readonly KeyFrameWithFace[] {
  const best: (KeyFrameWithFace | undefined)[] = [];
  for (const keyFrame of keyFrames) {
    const part = Math.min(parts - 1, Math.floor((keyFrame.frame.timestampMs / durationMs) * parts));
    const known = best[part];
    if (!known || usability(keyFrame) > usability(known)) best[part] = keyFrame;
  }
  return best.filter((keyFrame) => keyFrame !== undefined);
}

function framesBehindCuts(
  keyFrames: readonly KeyFrameWithFace[],
  watched: Watched,
): readonly KeyFrameWithFace[] {
  return findCuts(watched).flatMap(
    (cutMs) => keyFrames.find(({ frame }) => frame.timestampMs >= cutMs) ?? [],
  );
}

function hasFace(keyFrame: KeyFrame): keyFrame is KeyFrameWithFace {
  return keyFrame.main !== null && keyFrame.sighting !== null;
}

/** What can be said for nothing: eyes open, nose between the eyes, the detector sure. */
function usability({ main, sighting }: KeyFrameWithFace): number {
  const { landmarks, eyesClosed } = sighting;
  const left = meanPoint(landmarks.slice(36, 42));
  const right = meanPoint(landmarks.slice(42, 48));
  const between = meanPoint([left, right]);
  const aside = Math.abs(landmarks[30]!.x - between.x) / Math.max(1, distanceBetween(left, right));
  return main.score - Math.min(1, aside) - 0.3 * Math.max(eyesClosed.left, eyesClosed.right);
}

async function look(
  vision: Vision,
  frame: VideoFrame,
  face: FoundFace,
  sighting: Sighting,
  stopwatch: Stopwatch,
): Promise<CloserLook> {
  const aligned = alignFace(frame, sighting.landmarks);
  const description = await stopwatch.time('embed', () => vision.embedder.describe(aligned));
  const pose = await stopwatch.time('pose', () => vision.poseEstimator.predict(frame, face));
  const passive = await stopwatch.time('passive', async () => ({
    near: await vision.spoofDetector.predict(frame, face, passiveScales.near),
    wide: await vision.spoofDetector.predict(frame, face, passiveScales.wide),
  }));
  return { frame, face, sighting, ...description, sharpness: measureSharpness(aligned), pose, passive };
}

/** How tall the face is in a look, in pixels of the sampled frame. */
export function faceHeightOf({ face }: CloserLook): number {
  return heightOf(face);
}
