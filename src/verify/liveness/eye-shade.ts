import type { Landmarks } from '../../vision/face-landmarks.ts';
import type { Point } from '../../vision/geometry.ts';
import type { GreyPicture } from '../../vision/video/video-frame.ts';
import type { Watched } from '../face-watch.ts';
import { medianOf, quantileOf } from '../median.ts';
import { eyeAxisOf, type FaceArea, placesIn, underLid } from './eye-axis.ts';

/**
 * Whether something lies over the eyes, the median over the frames. Of something dark: luma there over luma of the cheeks beneath, of the lighter
 * eye; bare skin stands at about 1.
 */
export type EyeShade = {
  /** Just below the lids, where dark glasses still reach. */
  readonly below: number;
  /** Between the lids and round them, the lighter quarter of it: white of the eye and skin, where they are to be seen. */
  readonly within: number;
  /**
   * Of whatever is of one shade: the darkest tenth between the lids and round them over the lighter quarter there, of the eye that shows less. Pupil and
   * lashes make a bare eye dark somewhere, a hand over it does not.
   */
  readonly evenness: number;
};

/** Round the middle of an eye. */
const lids: FaceArea = { aside: 0.2, from: -0.12, to: 0.14 };
const cheek: FaceArea = { aside: 0.16, from: 0.55, to: 0.75 };

/**
 * Dark glasses darken the skin under the lids too, and something small and black hides the white of the eye; shadows, lashes, closed
 * lids and clear glasses do neither. Where a head is turned away a cheek may be hidden, so the lighter eye counts; the evenness needs no cheek, and both
 * eyes are to be seen. Source: our own (docs/signs.md). Cost: 0.1 ms a frame. Null where no frame shows a face.
 */
export function measureEyeShade({ keyFrames }: Watched): EyeShade | null {
  const shades = keyFrames.flatMap(({ frame, sighting }) =>
    sighting ? [shadeOf(frame, sighting.landmarks)] : [],
  );
  if (shades.length === 0) return null;
  return {
    below: medianOf(shades.map(({ below }) => below)),
    within: medianOf(shades.map(({ within }) => within)),
    evenness: medianOf(shades.map(({ evenness }) => evenness)),
  };
}

/** The same in one picture; 68 landmarks in its pixels. */
export function shadeOf(picture: GreyPicture, landmarks: Landmarks): EyeShade {
  const axis = eyeAxisOf(landmarks);
  const eyes = [axis.left, axis.right].map((eye) => {
    const lumaIn = (area: FaceArea) => lumaAt(picture, placesIn(axis, eye, area));
    const skin = Math.max(1, medianOf(lumaIn(cheek)));
    const between = lumaIn(lids);
    const light = quantileOf(between, 0.75);
    return {
      below: medianOf(lumaIn(underLid)) / skin,
      within: light / skin,
      evenness: quantileOf(between, 0.1) / Math.max(1, light),
    };
  });
  return {
    below: Math.max(...eyes.map(({ below }) => below)),
    within: Math.max(...eyes.map(({ within }) => within)),
    evenness: Math.max(...eyes.map(({ evenness }) => evenness)),
  };
}

/** Luma at places, as far as they lie in the picture; none counts as black. */
function lumaAt({ luma, width, height }: GreyPicture, places: readonly Point[]): readonly number[] {
  const values = places
    .filter(({ x, y }) => x >= 0 && y >= 0 && x < width && y < height)
    .map(({ x, y }) => luma[y * width + x]!);
  return values.length > 0 ? values : [0];
}
