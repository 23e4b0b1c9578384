import type { EyesClosed } from '../vision/eye-closed.ts';
import type { FoundFace } from '../vision/face-detect.ts';
import { boxOfLandmarks, type Landmarks } from '../vision/face-landmarks.ts';
import type { Vision } from '../vision/faces.ts';
import {
  type Box,
  centreOf,
  distanceBetween,
  heightOf,
  meanPoint,
  overlapOf,
  squareOnHeight,
} from '../vision/geometry.ts';
import { sortFaces } from '../vision/main-face.ts';
import type { VideoFrame } from '../vision/video/video-frame.ts';
import { cutEyeBand, type EyeBand } from './liveness/eye-band.ts';
import { cutFaceGrid, type FaceGrid } from './liveness/replay/face-grid.ts';
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
  /** The eyes of each sighting. */
  readonly eyeBands: readonly EyeBand[];
  /** The whole face of each sighting, coarsely. */
  readonly faceGrids: readonly FaceGrid[];
  /** About every fourth sampled frame. */
  readonly keyFrames: readonly KeyFrame[];
  /** Every sampled frame, small and grey. */
  readonly thumbnails: readonly Thumbnail[];
  readonly frameCount: number;
};

export type FaceWatch = {
  /** Resolves to `done` when the frame is not kept. */
  see(frame: VideoFrame): Promise<'kept' | 'done'>;
  watched(): Watched;
};

/** The detector costs ten times what the landmarks cost, and a face moves little in a third of a second. */
const detectEvery = 4;
/** A face followed by its landmarks is the one that the detector found when their boxes share this much. */
const sameFaceOverlap = 0.5;
/** Landmarks are read once more where the face lay this far off, in heights, from where it was looked for. */
const readAgainBeyond = 0.04;
/** The second of the two readings that are averaged sees a square this much larger, so that it errs otherwise. */
const widerReading = 1.08;

/**
 * Watches one recording: the detector on every fourth sampled frame (and on every frame while no face is known or another
 * person is seen), landmarks and eyes on all. The face is looked for where its landmarks were, not where the detector draws its box, because
 * that trembles, and a still would seem to live by the tremble; two readings of different squares are averaged for the same
 * reason (seeming change of shape of a SIMULATED still that is panned: .013 and .009 eye distances at worst with one reading, .006 and .005
 * with two; of living people .012 with either, 2026-11-25).
 */
export function watchFaces(
  vision: Vision,
  stopwatch: Stopwatch,
  onSighting: (frame: VideoFrame, landmarks: Landmarks) => void = () => {},
): FaceWatch {
  const sightings: Sighting[] = [];
  const eyeBands: EyeBand[] = [];
  const faceGrids: FaceGrid[] = [];
  const keyFrames: KeyFrame[] = [];
  const thumbnails: Thumbnail[] = [];
  let known: Box | null = null;
  let sinceDetection = detectEvery;
  let hasCompany = false;

  return {
    async see(frame) {
      const thumbnail = thumbnailOf(frame);
      thumbnails.push(thumbnail);
      sinceDetection += 1;
      const detects = known === null || sinceDetection >= (hasCompany ? 1 : detectEvery);
      const faces = detects
        ? sortFaces(await stopwatch.time('detect', () => findFaces(vision, frame)), frame)
        : null;
      if (faces) {
        sinceDetection = 0;
        hasCompany = faces.others.length > 0;
        const isFollowed = known && faces.main && overlapOf(known, faces.main) > sameFaceOverlap;
        if (!isFollowed) known = faces.main;
      }
      const near = known;
      const sighting = near && (await sightFace(vision, stopwatch, frame, thumbnails.length - 1, near));
      if (sighting) {
        sightings.push(sighting);
        eyeBands.push(cutEyeBand(frame, sighting.landmarks));
        faceGrids.push(cutFaceGrid(frame, sighting.landmarks));
        onSighting(frame, sighting.landmarks);
      }
      known = sighting?.box ?? null;
      if (!faces) return 'done';
      keyFrames.push({ frame, thumbnail, ...faces, sighting });
      return 'kept';
    },
    watched: () => ({ sightings, eyeBands, faceGrids, keyFrames, thumbnails, frameCount: thumbnails.length }),
  };
}

/** The detector sees 320 x 240 places whatever it is given, so half of a frame's pixels a side are enough for it. */
async function findFaces(vision: Vision, frame: VideoFrame): Promise<readonly FoundFace[]> {
  const faces = await vision.detector.predict(frame.half);
  return faces.map(({ score, left, top, right, bottom }) => ({
    ...{ score, left: 2 * left, top: 2 * top, right: 2 * right, bottom: 2 * bottom },
  }));
}

/** The face in one frame, looked for where it is thought to be. Two networks, three or four readings: 4 ms. */
export async function sightFace(
  vision: Vision,
  stopwatch: Stopwatch,
  frame: VideoFrame,
  frameIndex: number,
  near: Box,
): Promise<Sighting> {
  const landmarks = await stopwatch.time('landmarks', () => readLandmarks(vision, frame, near));
  const eyesClosed = await stopwatch.time('eyes', () => vision.eyeReader.predict(frame, landmarks));
  const box = boxOfLandmarks(landmarks);
  return { frameIndex, timestampMs: frame.timestampMs, landmarks, box, eyesClosed };
}

async function readLandmarks(vision: Vision, frame: VideoFrame, near: Box): Promise<Landmarks> {
  let landmarks = await vision.landmarker.predict(frame, near);
  let box = boxOfLandmarks(landmarks);
  const away = distanceBetween(centreOf(near), centreOf(box));
  const grown = Math.abs(heightOf(near) - heightOf(box));
  if (Math.max(away, grown) > readAgainBeyond * heightOf(box)) {
    landmarks = await vision.landmarker.predict(frame, box);
    box = boxOfLandmarks(landmarks);
  }
  const wider = await vision.landmarker.predict(frame, squareOnHeight(box, widerReading));
  return landmarks.map((point, at) => meanPoint([point, wider[at]!]));
}
