import type { Watched } from '../../face-watch.ts';
import { differenceBetween } from '../../thumbnail.ts';

/** Frames that bring nothing new, as shares of the sampled ones. */
export type RepeatedFrames = {
  /** The same as the frame before in every place looked at. */
  readonly exactShare: number;
  /** Differing from it by less than a camera's noise does. */
  readonly nearShare: number;
};

/** Mean luma over the whole picture; `repetition.ts` allows as much of the face. */
const near = 0.15;

/**
 * A source slower than the stream that it is played into is shown twice now and then, and a stalled one stands. `repetition.ts`
 * looks at the face and for how long it stands or comes again; this counts single frames of the whole picture. Source: our
 * own. Cost: nothing, it is read from the thumbnails. Null with fewer than two frames.
 */
export function measureRepeatedFrames({ thumbnails }: Watched): RepeatedFrames | null {
  if (thumbnails.length < 2) return null;
  const differences = thumbnails
    .slice(1)
    .map((thumbnail, at) => differenceBetween(thumbnails[at]!, thumbnail));
  const shareBelow = (most: number) =>
    differences.filter((difference) => difference <= most).length / differences.length;
  return { exactShare: shareBelow(0), nearShare: shareBelow(near) };
}
