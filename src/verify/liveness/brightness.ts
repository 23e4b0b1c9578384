import { heightOf, widthOf } from '../../vision/geometry.ts';
import type { KeyFrame, Watched } from '../face-watch.ts';
import { medianOf } from '../median.ts';
import { lumaOf, thumbnailSide } from '../thumbnail.ts';

/** How light it was: luma 0 to 255 (ITU-R BT.601), medians over the frames. */
export type Brightness = {
  readonly frame: number;
  /** The middle of the face; null where no face was seen. */
  readonly face: number | null;
  /** Share of the face's middle that is as bright as can be; null where no face was seen. */
  readonly burntOut: number | null;
};

const burnt = 250;

/** Source: plain photometry. Cost: nothing, it is read from the thumbnails. */
export function measureBrightness({ thumbnails, keyFrames }: Watched): Brightness {
  const readings = keyFrames.map(readFace).filter((reading) => reading !== null);
  return {
    frame: medianOf(thumbnails.map(lumaOf)),
    face: readings.length > 0 ? medianOf(readings.map(({ mean }) => mean)) : null,
    burntOut: readings.length > 0 ? medianOf(readings.map(({ burntOut }) => burntOut)) : null,
  };
}

/** Reads the middle half of the face's box in both directions: skin, no hair and no background. */
function readFace({ main, thumbnail, frame }: KeyFrame): { mean: number; burntOut: number } | null {
  if (!main) return null;
  const [first, last] = span(main.left, widthOf(main), frame.width);
  const [top, bottom] = span(main.top, heightOf(main), frame.height);
  let [sum, count, full] = [0, 0, 0];
  for (let row = top; row <= bottom; row++) {
    for (let column = first; column <= last; column++) {
      const luma = thumbnail.luma[row * thumbnailSide + column]!;
      sum += luma;
      count += 1;
      if (luma >= burnt) full += 1;
    }
  }
  return { mean: sum / count, burntOut: full / count };
}

/** The thumbnail's places that the middle half of a stretch covers: one at least. */
function span(start: number, length: number, of: number): [number, number] {
  const place = (pixels: number) =>
    Math.max(0, Math.min(thumbnailSide - 1, Math.floor((pixels / of) * thumbnailSide)));
  return [place(start + length / 4), place(start + (length * 3) / 4)];
}
