import { readFile } from 'node:fs/promises';
import type { Landmarks } from '../../src/vision/face-landmarks.ts';
import { decodePhoto } from '../../src/vision/image.ts';
import { sortFaces } from '../../src/vision/main-face.ts';
import { readSteadily } from '../../src/vision/steady-landmarks.ts';
import { type ClipName, lfwPhotos } from '../support/shared-data.ts';
import type { Picture } from '../support/video-encoder.ts';
import type { Lab } from './lab.ts';
import type { Level } from './species.ts';

/** A still face: its photo and where the face's 68 points lie in it. */
export type PhotoSubject = {
  readonly person: string;
  readonly picture: Picture;
  readonly landmarks: Landmarks;
};

/** People whose photos every species shows at every level, the same ones, so that levels can be compared. */
const sharedPeople = 75;
/** From this recording of a cell on, each shows somebody whom no other level shows: hundreds of people together. */
const ownFrom = 91;
/** Places of LFW's people that lie between those of two levels. */
const apart = 5;

/** Of every so-manieth person of LFW the first photo. */
const firsts = lfwPhotos().filter((photo, at, all) => photo.person !== all[at - 1]?.person);
const step = Math.max(1, Math.floor(firsts.length / sharedPeople));

/**
 * The photo of the `index`th recording at a level; of one of the shared people where no level is given. Where no face is found in one, the next one
 * stands in.
 */
export async function photoSubject(
  lab: Lab,
  index: number,
  level: Level | null = null,
): Promise<PhotoSubject> {
  const place = placeInSet(index, level);
  for (let tried = 0; tried < apart; tried++) {
    const { person, path } = firsts[(place + tried) % firsts.length]!;
    const photo = await decodePhoto(await readFile(path));
    if (!photo.ok) continue;
    const landmarks = await landmarksIn(lab, photo.image);
    if (landmarks) return { person, picture: photo.image, landmarks };
  }
  throw new Error(`No face was found in ${apart} photos from ${place} on.`);
}

/** Where in LFW's people somebody is looked for. */
export function placeInSet(index: number, level: Level | null): number {
  const shared = ((index * 29) % sharedPeople) * step;
  return level !== null && index >= ownFrom ? shared + level * apart : shared;
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
