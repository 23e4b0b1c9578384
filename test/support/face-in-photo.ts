import { readFile } from 'node:fs/promises';
import type { FoundFace } from '../../src/vision/face-detect.ts';
import type { Landmarks } from '../../src/vision/face-landmarks.ts';
import { loadVision, type Vision } from '../../src/vision/faces.ts';
import { decodePhoto, type RgbImage } from '../../src/vision/image.ts';
import { sortFaces } from '../../src/vision/main-face.ts';

export type FaceInPhoto = {
  readonly image: RgbImage;
  readonly face: FoundFace;
  readonly landmarks: Landmarks;
};

/** Once for all photos: the networks take longer to load than to look. */
let vision: Promise<Vision> | null = null;

/** The main face of a photo as it is found in a frame of a recording; null where there is none. */
export async function faceInPhoto(path: string): Promise<FaceInPhoto | null> {
  vision ??= loadVision();
  const { detector, landmarker } = await vision;
  const photo = await decodePhoto(await readFile(path));
  if (!photo.ok) return null;
  const { image } = photo;
  const { main } = sortFaces(await detector.predict(image), image);
  return main && { image, face: main, landmarks: await landmarker.predict(image, main) };
}
