import type { Watched } from '../../face-watch.ts';
import { outlineSides } from './outline-sides.ts';
import { withoutBars } from './recorder-bars.ts';

/** The border of what a face is shown on, as far as it is in the picture. */
export type Outline = {
  /** Share of the frames looked at in which one was found, 0 to 1. */
  readonly share: number;
  /** The most sides of one that were seen in a frame: 0, 3 or 4. */
  readonly sides: number;
};

const mostFrames = 6;

/**
 * Looks for the border of a device or a sheet round the face and across the person below it (see `outlineSides`), in six frames spread over
 * the recording, the recorder's own bars left out. A screen or sheet that fills the picture shows none, so its absence says nothing.
 * Null with fewer than two frames with a face.
 */
export function measureOutline({ keyFrames }: Watched): Outline | null {
  const faces = keyFrames.flatMap(({ frame, main }) => (main ? [{ frame, main }] : []));
  if (faces.length < 2) return null;
  const count = Math.min(mostFrames, faces.length);
  const found = Array.from({ length: count }, (_, at) => {
    const { frame, main } = faces[Math.floor((at * faces.length) / count)]!;
    const seen = withoutBars(frame, main);
    return outlineSides(seen.picture, seen.face);
  });
  return { share: found.filter((sides) => sides > 0).length / count, sides: Math.max(...found) };
}
