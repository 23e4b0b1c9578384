import { boxOfLandmarks, type Landmarks } from '../../src/vision/face-landmarks.ts';
import type { Vision } from '../../src/vision/faces.ts';
import type { Box } from '../../src/vision/geometry.ts';
import { sortFaces } from '../../src/vision/main-face.ts';
import { readStretch, type Stretch } from '../support/clip-window.ts';
import type { Picture, Pictures, VideoEncoder } from '../support/video-encoder.ts';

/** A picture and where the face in it is. */
export type PosedPicture = { readonly picture: Picture; readonly landmarks: Landmarks };

/** Reads a stretch of a clip and follows its face. Throws where there is none. */
export function readPosed(
  stretch: Stretch,
  vision: Pick<Vision, 'detector' | 'landmarker'>,
  library: VideoEncoder['name'],
): AsyncGenerator<PosedPicture> {
  return followFace(readStretch(stretch, library), vision);
}

/** Where the one face is in each of the pictures. Throws where there is none in the first. */
export async function* followFace(
  pictures: Pictures,
  vision: Pick<Vision, 'detector' | 'landmarker'>,
): AsyncGenerator<PosedPicture> {
  let known: Box | null = null;
  for await (const picture of pictures) {
    known ??= sortFaces(await vision.detector.predict(picture), picture).main;
    if (!known) throw new Error('There is no face in the first picture.');
    const landmarks = await vision.landmarker.predict(picture, known);
    known = boxOfLandmarks(landmarks);
    yield { picture, landmarks };
  }
}
