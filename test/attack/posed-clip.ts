import { crc32 } from 'node:zlib';
import { boxOfLandmarks, type Landmarks } from '../../src/vision/face-landmarks.ts';
import type { Vision } from '../../src/vision/faces.ts';
import type { Box } from '../../src/vision/geometry.ts';
import { sortFaces } from '../../src/vision/main-face.ts';
import { readStretch, type Stretch } from '../support/clip-window.ts';
import type { Picture, Pictures, VideoEncoder } from '../support/video-encoder.ts';

/** A picture and where the face in it is. */
export type PosedPicture = { readonly picture: Picture; readonly landmarks: Landmarks };

/** Reads a stretch of a clip and follows its face, as it is followed from the clip's beginning. Throws where there is none. */
export async function* readPosed(
  stretch: Stretch,
  vision: Pick<Vision, 'detector' | 'landmarker'>,
  library: VideoEncoder['name'],
): AsyncGenerator<PosedPicture> {
  const known = await landmarksOfClip(stretch.path, vision, library);
  let at: Box | null = null;
  for await (const picture of readStretch(stretch, library)) {
    const landmarks = known.get(crc32(picture.data)) ?? (await followOnce(picture, at, vision));
    at = boxOfLandmarks(landmarks);
    yield { picture, landmarks };
  }
}

/** By the checksum of a picture. A clip has 350 pictures, and the lab reads them thousands of times. */
type ClipLandmarks = ReadonlyMap<number, Landmarks>;

/** Clips of this thread whose face was followed once from beginning to end. */
const followedClips = new Map<string, Promise<ClipLandmarks>>();
/** No clip has more in a second, so each picture of it is seen. */
const allFramesPerSecond = 30;
const longestSeconds = 60;

function landmarksOfClip(
  path: string,
  vision: Pick<Vision, 'detector' | 'landmarker'>,
  library: VideoEncoder['name'],
): Promise<ClipLandmarks> {
  const known = followedClips.get(path);
  if (known) return known;
  const whole = { path, fromSeconds: 0, seconds: longestSeconds, framesPerSecond: allFramesPerSecond };
  const followed = (async () => {
    const found = new Map<number, Landmarks>();
    for await (const { picture, landmarks } of followFace(readStretch(whole, library), vision))
      found.set(crc32(picture.data), landmarks);
    return found;
  })();
  followedClips.set(path, followed);
  return followed;
}

/** Where the one face is in each of the pictures. Throws where there is none in the first. */
export async function* followFace(
  pictures: Pictures,
  vision: Pick<Vision, 'detector' | 'landmarker'>,
): AsyncGenerator<PosedPicture> {
  let known: Box | null = null;
  for await (const picture of pictures) {
    const landmarks: Landmarks = await followOnce(picture, known, vision);
    known = boxOfLandmarks(landmarks);
    yield { picture, landmarks };
  }
}

async function followOnce(
  picture: Picture,
  known: Box | null,
  vision: Pick<Vision, 'detector' | 'landmarker'>,
): Promise<Landmarks> {
  const near = known ?? sortFaces(await vision.detector.predict(picture), picture).main;
  if (!near) throw new Error('There is no face in the first picture.');
  return vision.landmarker.predict(picture, near);
}
