import { boxOfLandmarks, type Landmarks } from '../../src/vision/face-landmarks.ts';
import type { Vision } from '../../src/vision/faces.ts';
import type { Box } from '../../src/vision/geometry.ts';
import { sortFaces } from '../../src/vision/main-face.ts';
import { readStretch, type Stretch } from '../support/clip-window.ts';
import type { Picture, VideoEncoder } from '../support/video-encoder.ts';

/** A picture and where the face in it is. */
export type PosedPicture = { readonly picture: Picture; readonly landmarks: Landmarks };

/** Reads a stretch of a clip and follows its face. Throws where there is none. */
export async function* readPosed(
  stretch: Stretch,
  vision: Pick<Vision, 'detector' | 'landmarker'>,
  library: VideoEncoder['name'],
): AsyncGenerator<PosedPicture> {
  let known: Box | null = null;
  for await (const picture of readStretch(stretch, library)) {
    known ??= sortFaces(await vision.detector.predict(picture), picture).main;
    if (!known) throw new Error(`There is no face in ${stretch.path} at ${stretch.fromSeconds} s.`);
    const landmarks = await vision.landmarker.predict(picture, known);
    known = boxOfLandmarks(landmarks);
    yield { picture, landmarks };
  }
}
