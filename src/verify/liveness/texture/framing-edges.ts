import { type Box, centreOf, heightOf, widthOf } from '../../../vision/geometry.ts';
import type { VideoFrame } from '../../../vision/video/video-frame.ts';
import type { Watched } from '../../face-watch.ts';
import { medianOf } from '../../median.ts';

/** Long straight edges beside the face, as a device's or a sheet's are. */
export type FramingEdges = {
  /** Share of the frames looked at in which two of them, parallel, stand left and right of the face. */
  readonly share: number;
  /** How far they wander from the face over these frames, in face widths; 0 where fewer than two have them. */
  readonly wander: number;
};

const mostFrames = 6;
/** Rows that an edge is followed over, in face heights round the face's middle. */
const reach = 0.75;
/** An edge runs on where luma steps by this much between pixels two apart. */
const step = 14;
/** And is one where it does so in this share of its rows. */
const leastRun = 0.8;
/** Slopes tried: 12 degrees to either side, in steps that a pixel's error over the reach allows. */
const slopes = Array.from({ length: 21 }, (_, at) => (at - 10) * 0.021);
/** Two edges of one sheet, seen in perspective, differ by no more in slope. */
const parallel = 0.07;
const rowStep = 3;

type Edge = { readonly x: number; readonly slope: number; readonly run: number };

/**
 * A held screen or sheet shows its borders: two long straight parallel edges that frame the face and move with it. A door frame
 * does as well, as long as the customer stands still in it, and a screen that fills the picture shows none: this is a note for whoever
 * looks, and refuses nothing. Source: our own. Cost: 3 ms a frame, six at most. Null with fewer than two frames with a face.
 */
export function measureFramingEdges({ keyFrames }: Watched): FramingEdges | null {
  const faces = keyFrames.flatMap(({ frame, main }) => (main ? [{ frame, main }] : []));
  if (faces.length < 2) return null;
  const every = Math.max(1, faces.length / mostFrames);
  const chosen = Array.from(
    { length: Math.min(mostFrames, faces.length) },
    (_, at) => faces[Math.floor(at * every)]!,
  );
  const framed = chosen.map(({ frame, main }) => edgesAround(frame, main)).filter((edges) => edges !== null);
  return { share: framed.length / chosen.length, wander: wanderOf(framed) };
}

/** Where the two edges stand from the face's middle, in face widths; null where there are no two. */
function edgesAround(frame: VideoFrame, face: Box): { left: number; right: number } | null {
  const { x } = centreOf(face);
  const lefts = longEdges(frame, face, 3, Math.floor(face.left));
  const rights = longEdges(frame, face, Math.ceil(face.right), frame.width - 3);
  let best: { left: Edge; right: Edge } | null = null;
  for (const left of lefts) {
    for (const right of rights) {
      if (Math.abs(left.slope - right.slope) > parallel) continue;
      if (!best || left.run + right.run > best.left.run + best.right.run) best = { left, right };
    }
  }
  return best && { left: (x - best.left.x) / widthOf(face), right: (best.right.x - x) / widthOf(face) };
}

/** Edges that cross the height of the face's middle between two columns. */
function longEdges(frame: VideoFrame, face: Box, from: number, to: number): readonly Edge[] {
  const { y } = centreOf(face);
  const top = Math.max(0, Math.round(y - reach * heightOf(face)));
  const bottom = Math.min(frame.height - 1, Math.round(y + reach * heightOf(face)));
  const shifts = new Int32Array(Math.max(0, Math.floor((bottom - top) / rowStep) + 1));
  const edges: Edge[] = [];
  for (const slope of slopes) {
    for (let row = 0; row < shifts.length; row++) shifts[row] = Math.round(slope * (top + row * rowStep - y));
    for (let x = from; x < to; x++) {
      const run = runOf(frame, x, top, shifts);
      if (run >= leastRun) edges.push({ x, slope, run });
    }
  }
  return edges;
}

/**
 * Share of the rows in which luma steps, always the same way, at a line; 0 as soon as it cannot be long enough any more. `shifts`: how far
 * from `x` the line stands in every `rowStep`th row from `top` on.
 */
function runOf({ luma, width }: VideoFrame, x: number, top: number, shifts: Int32Array): number {
  let [up, down, missed] = [0, 0, 0];
  const rows = shifts.length;
  const mostMissed = (1 - leastRun) * rows;
  for (let row = 0; row < rows; row++) {
    const column = x + shifts[row]!;
    if (column < 1 || column >= width - 1) missed += 1;
    else {
      const at = (top + row * rowStep) * width + column;
      const change = luma[at + 1]! - luma[at - 1]!;
      if (change >= step) up += 1;
      else if (change <= -step) down += 1;
      else missed += 1;
    }
    if (missed + Math.min(up, down) > mostMissed) return 0;
  }
  return Math.max(up, down) / rows;
}

function wanderOf(framed: readonly { readonly left: number; readonly right: number }[]): number {
  if (framed.length < 2) return 0;
  const spreadOf = (places: readonly number[]) => {
    const usual = medianOf(places);
    return medianOf(places.map((place) => Math.abs(place - usual)));
  };
  return Math.max(spreadOf(framed.map(({ left }) => left)), spreadOf(framed.map(({ right }) => right)));
}
