import type { Landmarks } from '../../vision/face-landmarks.ts';
import { type Box, heightOf, meanPoint, type Point, widthOf } from '../../vision/geometry.ts';
import type { VideoFrame } from '../../vision/video/video-frame.ts';
import type { Watched } from '../face-watch.ts';
import { medianOf, quantileOf } from '../median.ts';
import { type EyeAxis, eyeAxisOf, type FaceArea, placesIn, underLid } from './eye-axis.ts';

/** What `measureMouthRedness` reads of a picture. */
export type ColorPicture = Pick<VideoFrame, 'width' | 'height' | 'halfColorAt'>;

/** Skin that a mask leaves free beside that under the lids: from the middle between the eyes up to the brows, and down the nose. */
const brows: FaceArea = { aside: 0.12, from: -0.45, to: -0.2 };
const bridge: FaceArea = { aside: 0.06, from: 0, to: 0.16 };
/** Round the middle of the lips. */
const lips: FaceArea = { aside: 0.36, from: -0.2, to: 0.2 };

/** Keeps the ratio of two dark pixels from being noise. */
const darkest = 4;

/**
 * How much redder the mouth is than the skin between and under the eyes: red over green, at the mouth its redder tenth, over the least of
 * the same at three places of skin; 1 where they are alike, the median over the key frames. Lips are about as red as skin or redder, in
 * every tone of skin and with every beard; cloth, paper and a microphone are not, whatever colour the light has, since it colours both.
 * Something skin-coloured before the mouth is not told. Source: our own (docs/signs.md). Shape: some 400 pixels of a frame at half its
 * size. Cost: 0.1 ms a frame. Null where no frame shows a face.
 */
export function measureMouthRedness({ keyFrames }: Watched): number | null {
  const readings = keyFrames.flatMap(({ frame, main, sighting }) =>
    main && sighting ? [mouthRednessOf(frame, main, sighting.landmarks)] : [],
  );
  return readings.length > 0 ? medianOf(readings) : null;
}

/** The same in one picture; the detector's box of the face, and 68 landmarks, in its pixels. */
export function mouthRednessOf(picture: ColorPicture, face: Box, landmarks: Landmarks): number {
  const { axis, mouth } = frameOf(face, landmarks);
  const between = meanPoint([axis.left, axis.right]);
  const shareOf = (middle: Point, area: FaceArea, share: number) =>
    quantileOf(rednessAt(picture, placesIn(axis, middle, area)), share);
  const underLids = Math.max(shareOf(axis.left, underLid, 0.5), shareOf(axis.right, underLid, 0.5));
  const skin = Math.min(underLids, shareOf(between, brows, 0.5), shareOf(between, bridge, 0.5));
  return shareOf(mouth, lips, 0.9) / skin;
}

/**
 * Where the detector's box has a face's parts, in its widths and heights; medians over 3,800 photos of LFW, of whose mouths 99.8 % lie within
 * `mouthWithin`.
 */
const inBox = { eyeY: 0.41, leftEyeX: 0.28, rightEyeX: 0.72, mouthY: 0.76 };
const mouthWithin = [0.6, 0.84] as const;

/**
 * The landmarks of a masked face are drawn together above the mask's upper edge, and more so as they are followed. So where the mouth's do not
 * lie where the box has a mouth, the box counts.
 */
function frameOf(face: Box, landmarks: Landmarks): { readonly axis: EyeAxis; readonly mouth: Point } {
  const mouth = meanPoint([48, 51, 54, 57].map((at) => landmarks[at]!));
  const [width, height] = [widthOf(face), heightOf(face)];
  const down = (mouth.y - face.top) / height;
  if (down >= mouthWithin[0] && down <= mouthWithin[1]) return { axis: eyeAxisOf(landmarks), mouth };
  const at = (x: number, y: number) => ({ x: face.left + x * width, y: face.top + y * height });
  const [left, right] = [at(inBox.leftEyeX, inBox.eyeY), at(inBox.rightEyeX, inBox.eyeY)];
  return {
    axis: { left, right, unit: right.x - left.x || 1, across: { x: 1, y: 0 } },
    mouth: at(0.5, inBox.mouthY),
  };
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
