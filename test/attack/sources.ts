import { readFile } from 'node:fs/promises';
import type { Landmarks } from '../../src/vision/face-landmarks.ts';
import { decodePhoto } from '../../src/vision/image.ts';
import { sortFaces } from '../../src/vision/main-face.ts';
import { readSteadily } from '../../src/vision/steady-landmarks.ts';
import { type ClipName, lfwPhotos } from '../support/shared-data.ts';
import type { Picture } from '../support/video-encoder.ts';
import type { Lab } from './lab.ts';

/** A still face: its photo and where the face's 68 points lie in it. */
export type PhotoSubject = {
  readonly person: string;
  readonly picture: Picture;
  readonly landmarks: Landmarks;
};

/** People of whom photos are shown; each comes twice before any comes a third time. */
const peopleCount = 75;

/** Of every so-manieth person of LFW the first photo. */
const firsts = lfwPhotos().filter((photo, at, all) => photo.person !== all[at - 1]?.person);
const step = Math.max(1, Math.floor(firsts.length / peopleCount));

/** The `index`th photo of the lab; where no face is found in one, the next one stands in. */
export async function photoSubject(lab: Lab, index: number): Promise<PhotoSubject> {
  const place = ((index * 29) % peopleCount) * step;
  for (let tried = 0; tried < step; tried++) {
    const { person, path } = firsts[(place + tried) % firsts.length]!;
    const photo = await decodePhoto(await readFile(path));
    if (!photo.ok) continue;
    const landmarks = await landmarksIn(lab, photo.image);
    if (landmarks) return { person, picture: photo.image, landmarks };
  }
  throw new Error(`No face was found in ${step} photos from ${place} on.`);
}

/** The points of the main face; null where there is none. */
export async function landmarksIn({ vision }: Lab, picture: Picture): Promise<Landmarks | null> {
  const { main } = sortFaces(await vision.detector.predict(picture), picture);
  return main && (await readSteadily(vision.landmarker, picture, main));
}

/** Clips long enough for a recording, one person each, and how many seconds of them there are. */
export const clipSeconds = { d3: 11.8, d10: 14.9, d13: 11.7, d18: 7.2 } as const satisfies Partial<
  Record<ClipName, number>
>;
export type LongClip = keyof typeof clipSeconds;
export const longClips = Object.keys(clipSeconds) as readonly LongClip[];
