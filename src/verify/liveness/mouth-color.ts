import type { Landmarks } from '../../vision/face-landmarks.ts';
import { meanPoint, type Point } from '../../vision/geometry.ts';
import type { VideoFrame } from '../../vision/video/video-frame.ts';
import type { Watched } from '../face-watch.ts';
import { medianOf, quantileOf } from '../median.ts';
import { eyeAxisOf, type FaceArea, placesIn } from './eye-axis.ts';

/** What `measureMouthRedness` reads of a picture. */
export type ColorPicture = Pick<VideoFrame, 'width' | 'height' | 'halfColorAt'>;

/** Skin that a mask leaves free: under the lids, and from the middle between the eyes up to the brows and down the nose. */
const underLid: FaceArea = { aside: 0.16, from: 0.14, to: 0.24 };
const brows: FaceArea = { aside: 0.12, from: -0.45, to: -0.2 };
const bridge: FaceArea = { aside: 0.06, from: 0, to: 0.16 };
/** Round the middle of the lips. */
const lips: FaceArea = { aside: 0.36, from: -0.2, to: 0.2 };

/** Keeps the ratio of two dark pixels from being noise. */
const darkest = 4;

/**
 * How much redder the mouth is than the skin between and under the eyes: red over green, at the mouth its redder tenth, over the same of the
 * skin, the middle one of three places; 1 where they are alike, the median over the key frames. Lips are about as red as skin or redder, in every tone of skin
 * and with every beard; cloth, paper and a microphone are not, whatever colour the light has, since it colours both. Something skin-coloured
 * before the mouth is not told. Source: our own (docs/signs.md). Shape: some 400 pixels of a frame at half its size. Cost: 0.1 ms a
 * frame. Null where no frame shows a face.
 */
export function measureMouthRedness({ keyFrames }: Watched): number | null {
  const readings = keyFrames.flatMap(({ frame, sighting }) =>
    sighting ? [mouthRednessOf(frame, sighting.landmarks)] : [],
  );
  return readings.length > 0 ? medianOf(readings) : null;
}

/** The same in one picture; 68 landmarks in its pixels. */
export function mouthRednessOf(picture: ColorPicture, landmarks: Landmarks): number {
  const axis = eyeAxisOf(landmarks);
  const between = meanPoint([axis.left, axis.right]);
  const mouth = meanPoint([48, 51, 54, 57].map((at) => landmarks[at]!));
  const shareOf = (middle: Point, area: FaceArea, share: number) =>
    quantileOf(rednessAt(picture, placesIn(axis, middle, area)), share);
  const lidsRed = Math.max(shareOf(axis.left, underLid, 0.5), shareOf(axis.right, underLid, 0.5));
  const skin = medianOf([lidsRed, shareOf(between, brows, 0.5), shareOf(between, bridge, 0.5)]);
  return shareOf(mouth, lips, 0.9) / skin;
}

/** As far as the places lie in the picture; none counts as grey. */
function rednessAt(picture: ColorPicture, places: readonly Point[]): readonly number[] {
  const [columns, rows] = [picture.width >> 1, picture.height >> 1];
  const values = places
    .map(({ x, y }) => [x >> 1, y >> 1] as const)
    .filter(([x, y]) => x >= 0 && y >= 0 && x < columns && y < rows)
    .map(([x, y]) => {
      const color = picture.halfColorAt(x, y);
      return (((color >> 16) & 255) + darkest) / (((color >> 8) & 255) + darkest);
    });
  return values.length > 0 ? values : [1];
}
