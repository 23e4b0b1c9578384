import type { EyesClosed } from '../vision/eye-closed.ts';
import type { FoundFace } from '../vision/face-detect.ts';
import type { Landmarks } from '../vision/face-landmarks.ts';
import type { Vision } from '../vision/faces.ts';
import type { Box } from '../vision/geometry.ts';
import { sortFaces } from '../vision/main-face.ts';
import type { VideoFrame } from '../vision/video/video-frame.ts';
import { boxOfLandmarks } from './face-box.ts';
import type { Stopwatch } from './stopwatch.ts';
import { type Thumbnail, thumbnailOf } from './thumbnail.ts';

/** The main face in one frame. */
export type Sighting = {
  /** Which of the sampled frames, and of the thumbnails. */
  readonly frameIndex: number;
  readonly timestampMs: number;
  readonly landmarks: Landmarks;
  readonly box: Box;
  readonly eyesClosed: EyesClosed;
};

/** A frame in which the detector looked for faces; kept whole, because one of these becomes the best frame. */
export type KeyFrame = {
  readonly frame: VideoFrame;
  readonly thumbnail: Thumbnail;
  readonly main: FoundFace | null;
  readonly others: readonly FoundFace[];
  readonly minor: readonly FoundFace[];
  /** Null exactly where `main` is. */
  readonly sighting: Sighting | null;
};

/** What was seen in a recording, frame by frame, before anything is concluded. */
export type Watched = {
  /** Every sampled frame in which the main face was followed. */
  readonly sightings: readonly Sighting[];
  /** About every third sampled frame. */
  readonly keyFrames: readonly KeyFrame[];
  /** Every sampled frame, small and grey. */
  readonly thumbnails: readonly Thumbnail[];
  readonly frameCount: number;
};

export type FaceWatch = {
  see(frame: VideoFrame): Promise<void>;
  watched(): Watched;
};

/** The detector costs ten times what the landmarks cost, and a face moves little in a quarter of a second. */
const detectEvery = 3;

/**
 * Watches one recording: the detector on every third sampled frame (and on every frame while no face is known), landmarks
 * and eyes on all. Landmarks are read twice, the second time in the box that the first reading gives: that
 * takes the detector's tremble out of them, and the tremble is what a still would otherwise seem to live by.
 */
export function watchFaces(vision: Vision, stopwatch: Stopwatch): FaceWatch {
  const sightings: Sighting[] = [];
  const keyFrames: KeyFrame[] = [];
  const thumbnails: Thumbnail[] = [];
  let known: Box | null = null;
  let sinceDetection = detectEvery;

  const sight = async (frame: VideoFrame, near: Box): Promise<Sighting> => {
    const first = await vision.landmarker.predict(frame, near);
    const landmarks = await vision.landmarker.predict(frame, boxOfLandmarks(first));
    const eyesClosed = await stopwatch.time('eyes', () => vision.eyeReader.predict(frame, landmarks));
    const box = boxOfLandmarks(landmarks);
    return { frameIndex: thumbnails.length - 1, timestampMs: frame.timestampMs, landmarks, box, eyesClosed };
  };

  return {
    async see(frame) {
      const thumbnail = thumbnailOf(frame);
      thumbnails.push(thumbnail);
      sinceDetection += 1;
      const detects = known === null || sinceDetection >= detectEvery;
      const faces = detects
        ? sortFaces(await stopwatch.time('detect', () => vision.detector.predict(frame)), frame)
        : null;
      if (faces) {
        known = faces.main;
        sinceDetection = 0;
      }
      const near = known;
      const sighting = near && (await stopwatch.time('landmarks', () => sight(frame, near)));
      if (sighting) {
        sightings.push(sighting);
        known = sighting.box;
      }
      if (faces) keyFrames.push({ frame, thumbnail, ...faces, sighting });
    },
    watched: () => ({ sightings, keyFrames, thumbnails, frameCount: thumbnails.length }),
  };
}
