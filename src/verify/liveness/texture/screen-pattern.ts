import { type Box, centreOf } from '../../../vision/geometry.ts';
import { patchSide, spectrumOf } from '../../../vision/spectrum.ts';
import type { VideoFrame } from '../../../vision/video/video-frame.ts';
import type { KeyFrame, Watched } from '../../face-watch.ts';
import { type Lattice, strongestLattice } from './lattice.ts';

/** Frames looked at, spread over the recording: what is the camera's noise differs from one to the next. */
const mostFrames = 5;
const leastFrames = 2;

/**
 * The lattice of a screen's cells or a print's dots in the face: see `strongestLattice`. Patches of 256 pixels round the middle
 * of the face, under a window that leaves their borders out. Blind where lens, distance and compression took the lattice away, as they do
 * for most screens. Source: moire as of Patel and others (2015, live face video vs. spoof); the quarter turn is our own. Cost: 40 ms
 * for a recording. Null with fewer than two frames with a face that a patch fits into.
 */
export function measureScreenPattern({ keyFrames }: Watched): Lattice | null {
  const usable = keyFrames.filter(isUsable);
  const step = Math.max(1, usable.length / mostFrames);
  const chosen = Array.from(
    { length: Math.min(mostFrames, usable.length) },
    (_, at) => usable[Math.floor(at * step)]!,
  );
  if (chosen.length < leastFrames) return null;
  return strongestLattice(chosen.map(({ frame, main }) => spectrumOf(patchAround(frame, main))));
}

type Usable = KeyFrame & { readonly main: NonNullable<KeyFrame['main']> };

function isUsable(keyFrame: KeyFrame): keyFrame is Usable {
  const { width, height } = keyFrame.frame;
  return keyFrame.main !== null && Math.min(width, height) >= patchSide;
}

/** Luma of the patch in the middle of the face, moved into the picture where it hangs over. */
function patchAround({ luma, width, height }: VideoFrame, face: Box): Float64Array {
  const { x, y } = centreOf(face);
  const left = Math.round(Math.max(0, Math.min(width - patchSide, x - patchSide / 2)));
  const top = Math.round(Math.max(0, Math.min(height - patchSide, y - patchSide / 2)));
  const patch = new Float64Array(patchSide * patchSide);
  for (let row = 0; row < patchSide; row++) {
    const from = (top + row) * width + left;
    for (let column = 0; column < patchSide; column++) patch[row * patchSide + column] = luma[from + column]!;
  }
  return patch;
}
